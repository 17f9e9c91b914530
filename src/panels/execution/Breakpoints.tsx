import { X } from 'lucide-react';
import { findState, parseExpression, type StateId } from '../../fdl/index.ts';
import { stateNameOf } from '../../simulator/index.ts';
import { type BreakpointSetting, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { DraftInput } from '../inspector/fields/DraftInput.tsx';
import { messages } from '../run-messages.ts';

const words = messages.execution;

/** All places a run stops at: before or after a state, always or where a condition holds. */
export function Breakpoints() {
  const points = useWorkbenchState((state) => state.settings.breakpoints);
  return (
    <details className="breakpoints">
      <summary>
        {words.breakpoints} <span className="tag">{points.length}</span>
      </summary>
      {points.length === 0 ? (
        <p className="muted">{words.noBreakpoints}</p>
      ) : (
        <ul aria-label={words.breakpoints}>
          {points.map((point) => (
            <Row key={`${point.state} ${point.when}`} point={point} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Row({ point }: { readonly point: BreakpointSetting }) {
  const workbench = useWorkbench();
  const { state, when, condition } = point;
  const gone = useWorkbenchState((s) => findState(s.document.lastReadable.flow, state) === undefined);
  const name = stateNameOf(state);
  const change = (next: BreakpointSetting | undefined): void => {
    const { breakpoints } = workbench.getState().settings;
    workbench.setSettings({
      breakpoints: breakpoints.flatMap((each) => (each === point ? (next ? [next] : []) : [each])),
    });
  };
  const setCondition = (text: string): string | undefined => {
    const trimmed = text.trim();
    const read = trimmed === '' ? undefined : parseExpression(trimmed);
    if (read?.kind === 'broken') return read.message;
    change(withCondition(state, when, trimmed));
    return undefined;
  };
  return (
    <li className="breakpoint">
      <button
        type="button"
        className="button plain small cut"
        disabled={gone}
        onClick={() => workbench.select([state], 'panel')}
      >
        {name}
      </button>
      {gone ? (
        <span className="tag warning">{words.breakpointGone}</span>
      ) : (
        <select
          className="select small"
          aria-label={words.whenOf(name)}
          value={when}
          onChange={(event) =>
            change(withCondition(state, event.target.value === 'after' ? 'after' : 'before', condition ?? ''))
          }
        >
          <option value="before">{words.whens.before}</option>
          <option value="after">{words.whens.after}</option>
        </select>
      )}
      <button
        type="button"
        className="button plain small icon"
        aria-label={words.removeBreakpoint(name)}
        title={words.removeBreakpoint(name)}
        onClick={() => change(undefined)}
      >
        <X size={13} aria-hidden />
      </button>
      {!gone && (
        <DraftInput
          label={words.conditionOf(name)}
          value={condition ?? ''}
          owner={`${state} ${when}`}
          commit={setCondition}
          mono
          placeholder={words.conditionHint}
        />
      )}
    </li>
  );
}

const withCondition = (state: StateId, when: BreakpointSetting['when'], text: string): BreakpointSetting => ({
  state,
  when,
  ...(text !== '' && { condition: text }),
});
