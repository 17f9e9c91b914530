import { useCallback, useEffect, useRef } from 'react';
import { type Ask, selectedStates, useAsk, useWorkbenchState } from '../../workbench/index.ts';
import { FlowForm } from './FlowForm.tsx';
import { SeveralStates } from './SeveralStates.tsx';
import { StateForm } from './StateForm.tsx';
import './inspector.css';

/** The form of what is selected: one state, several, or the flow itself. */
export function Inspector() {
  const states = useWorkbenchState(selectedStates);
  const form = useRef<HTMLDivElement>(null);
  useFocusOnRequest(form);
  const [only] = states;
  const shown = only?.id;
  // Another state begins at its top, wherever the form of the one before was scrolled to. With the frame: at once it
  // would have the page laid out while it is still being drawn.
  useEffect(() => {
    const frame = requestAnimationFrame(() => form.current?.closest('[data-pane]')?.scrollTo(0, 0));
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return (
    <div className="inspector" ref={form}>
      {only === undefined ? <FlowForm /> : states.length > 1 ? <SeveralStates /> : <StateForm state={only} />}
    </div>
  );
}

/** Enter on a node leads into the form. The form may have to be drawn for another state first. */
function useFocusOnRequest(form: React.RefObject<HTMLDivElement | null>): void {
  const pending = useRef<number>(undefined);
  useEffect(() => () => cancelAnimationFrame(pending.current ?? 0), []);
  useAsk(
    useCallback(
      (request: Ask) => {
        if (request.type !== 'focus-form') return;
        pending.current = requestAnimationFrame(() => {
          const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])];
          const wanted = fields.find((field) => field.getAttribute('aria-label') === (request.field ?? 'Name'));
          const target = wanted ?? fields[0];
          target?.focus();
          if (target instanceof HTMLInputElement) target.select();
        });
      },
      [form],
    ),
  );
}
