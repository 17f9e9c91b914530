import { selectedStates, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

const words = messages.inspector;

/** What can be done with several states at once. */
export function SeveralStates() {
  const workbench = useWorkbench();
  const states = useWorkbenchState(selectedStates);
  const ids = states.map(({ id }) => id);
  return (
    <div className="form-section">
      <h2 className="form-title">{words.several(states.length)}</h2>
      <p className="muted">{words.severalAbout}</p>
      <ul className="several">
        {states.map((state) => (
          <li key={state.id}>
            <button type="button" className="button plain" onClick={() => workbench.select([state.id], 'panel')}>
              <span className="tag">{state.type}</span> <span className="cut">{state.name.value}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => workbench.edit({ type: 'duplicate-states', states: ids }, 'inspector', { notify: true })}
        >
          {words.duplicate}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => workbench.edit({ type: 'remove-states', states: ids }, 'inspector', { notify: true })}
        >
          {words.remove}
        </button>
      </div>
    </div>
  );
}
