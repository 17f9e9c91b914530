import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.execution;
const paces = ['instant', '10x', '1x', 'real'] as const;

/** How fast a run goes, and whether it stops at errors. */
export function RunSettings() {
  const workbench = useWorkbench();
  const pace = useWorkbenchState((state) => state.run.pace);
  const breakOnError = useWorkbenchState((state) => state.settings.breakOnError);
  const breakOnCallback = useWorkbenchState((state) => state.settings.breakOnCallback);
  return (
    <div className="row run-settings">
      <label className="row">
        <span className="muted">{words.pace}</span>
        <select
          className="select pace"
          aria-label={words.pace}
          value={pace}
          onChange={(event) => workbench.run.setPace(paces.find((known) => known === event.target.value) ?? 'instant')}
        >
          {paces.map((each) => (
            <option key={each} value={each}>
              {words.paces[each]}
            </option>
          ))}
        </select>
      </label>
      <div className="row nowrap">
        <span className="muted">{words.stopOn}</span>
        <label className="row">
          <input
            type="checkbox"
            aria-label={words.breakOnError}
            checked={breakOnError}
            onChange={(event) => workbench.setSettings({ breakOnError: event.target.checked })}
          />
          {words.errors}
        </label>
        <label className="row">
          <input
            type="checkbox"
            aria-label={words.breakOnCallback}
            checked={breakOnCallback}
            onChange={(event) => workbench.setSettings({ breakOnCallback: event.target.checked })}
          />
          {words.callbacks}
        </label>
      </div>
    </div>
  );
}
