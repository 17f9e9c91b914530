import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWorkbench } from '../../workbench/index.ts';

interface Props {
  readonly text: string;
  readonly title: string;
  readonly done: string;
}

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, title, done }: Props) {
  const workbench = useWorkbench();
  const [copied, setCopied] = useState<string>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
    workbench.announce(done);
  };
  const Icon = copied === text ? Check : Copy;
  return (
    <button type="button" className="button" onClick={() => void copy().catch(() => setCopied(undefined))}>
      <Icon size={15} aria-hidden />
      {copied === text ? done : title}
    </button>
  );
}
