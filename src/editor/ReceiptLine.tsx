import { useEffect, useState } from 'react';
import { useWorkbench, type Workbench } from '../workbench/index.ts';
import { messages } from './messages.ts';
import { countWritten, type Written } from './written.ts';

interface Receipt extends Written {
  readonly label: string;
  /** Counts them, so that the same action twice is shown twice. */
  readonly number: number;
}

/** Below the text: what the last action of canvas or form was, and how much of the text it wrote. */
export function ReceiptLine() {
  const workbench = useWorkbench();
  const [receipt, setReceipt] = useState<Receipt>();
  useEffect(() => followActions(workbench, setReceipt), [workbench]);
  return (
    <div className="receipt-line" role="note" aria-label={messages.receipt.region}>
      {receipt && (
        <span key={receipt.number} className="receipt-words" title={messages.receipt.words(receipt)}>
          {messages.receipt.words(receipt)}
        </span>
      )}
    </div>
  );
}

/** Typing needs no receipt, and takes the last one off: it is not what was done last any more. */
function followActions(workbench: Workbench, show: (receipt: Receipt | undefined) => void): () => void {
  let before = workbench.getState().document.text;
  let number = 0;
  let lastKey: string | undefined;
  return workbench.onTransaction(({ changes, label, origin, joinKey }, after) => {
    // A state that was added and then put where it was dropped: one action, told by what it wrote.
    const goesOn = joinKey !== undefined && joinKey === lastKey && changes.length === 0;
    lastKey = joinKey;
    if (goesOn) return;
    const written = countWritten(origin === 'open' ? [] : changes, before, after.text);
    before = after.text;
    if (origin === 'open' || origin === 'editor') show(undefined);
    else show({ ...written, label, number: (number += 1) });
  });
}
