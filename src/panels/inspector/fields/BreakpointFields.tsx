import { parseExpression, type State } from '../../../fdl/index.ts';
import { useWorkbench, useWorkbenchState } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { DraftInput } from './DraftInput.tsx';

const words = messages.inspector;

/** Whether and when a run stops at this state. Kept beside the text, never in it. */
export function BreakpointFields({ state }: { readonly state: State }) {
  const workbench = useWorkbench();
  const point = useWorkbenchState((s) => s.settings.breakpoints.find((candidate) => candidate.state === state.id));
  const setCondition = (text: string): string | undefined => {
    const trimmed = text.trim();
    const read = trimmed === '' ? undefined : parseExpression(trimmed);
    if (read?.kind === 'broken') return read.message;
    const { breakpoints } = workbench.getState().settings;
    const next = breakpoints.map((each) => {
      if (each.state !== state.id) return each;
      return { state: each.state, when: each.when, ...(trimmed !== '' && { condition: trimmed }) };
    });
    workbench.setSettings({ breakpoints: next });
    return undefined;
  };
  return (
    <div className="form-section">
      <label className="row">
        <input type="checkbox" checked={point !== undefined} onChange={() => workbench.toggleBreakpoint(state.id)} />
        {words.breakpoint}
      </label>
      {point && (
        <DraftInput
          label={words.condition}
          value={point.condition ?? ''}
          owner={state.id}
          commit={setCondition}
          mono
          placeholder={`${words.condition}: ${words.expressionHint}`}
        />
      )}
    </div>
  );
}
