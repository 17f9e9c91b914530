import { useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';

const longest = 20_000;

/** The definition as plain text, while the editor is on its way. */
export function PlainText() {
  const text = useWorkbenchState((state) => state.document.text);
  return (
    // The text scrolls, so the keyboard has to reach it.
    <pre className="flow-text" aria-label={messages.preview} role="group" tabIndex={0}>
      {text.slice(0, longest)}
      {text.length > longest && `\n… ${messages.shortened}`}
    </pre>
  );
}
