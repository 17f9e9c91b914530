import { Lightbulb, X } from 'lucide-react';
import { selectIsExample, useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';

/** A line on what to try with the example of the first visit. It covers nothing, and is gone for good once it was closed. */
export function FirstHint() {
  const workbench = useWorkbench();
  const seen = useWorkbenchState((state) => state.preferences.hintSeen);
  const isExample = useWorkbenchState(selectIsExample);
  if (seen || !isExample) return null;
  return (
    <aside className="first-hint" aria-label={messages.hint.region}>
      <Lightbulb size={15} aria-hidden />
      <p>
        <b>{messages.hint.title}</b> {messages.hint.text}
      </p>
      <button
        type="button"
        className="button plain small icon"
        aria-label={messages.hint.close}
        title={messages.hint.close}
        onClick={() => workbench.setPreferences({ hintSeen: true })}
      >
        <X size={14} aria-hidden />
      </button>
    </aside>
  );
}
