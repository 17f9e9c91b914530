import { Copy } from 'lucide-react';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

interface Props {
  /** The text, or what makes it when it is wanted. */
  readonly text: string | (() => string);
  readonly title: string;
  /** Shown beside the sign. */
  readonly shown?: string;
}

/** Copies a text and says so. */
export function CopyText({ text, title, shown }: Props) {
  const workbench = useWorkbench();
  const copy = (): void => {
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => workbench.announce(messages.copied),
      () => undefined,
    );
  };
  return (
    <button
      type="button"
      className={`button plain small ${shown === undefined ? 'icon' : ''}`}
      aria-label={title}
      title={title}
      onClick={copy}
    >
      <Copy size={13} aria-hidden />
      {shown}
    </button>
  );
}
