import { type Coverage, coverageKinds } from '../../scenario/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.tests;

/** What the scenarios go through together, and by name what none of them does. */
export function CoverageView({ coverage }: { readonly coverage: Coverage }) {
  const workbench = useWorkbench();
  const painted = useWorkbenchState((state) => state.checks.painted);
  const kinds = coverageKinds.filter((kind) => coverage[kind].total > 0);
  const missing = kinds.flatMap((kind) => coverage[kind].missing.map((text) => ({ kind, text })));
  return (
    <section className="coverage" aria-label={words.coverage}>
      <div className="row">
        <h3 className="panel-title">{words.coverage}</h3>
        <label className="row nowrap">
          <input type="checkbox" checked={painted} onChange={(event) => workbench.checks.paint(event.target.checked)} />
          {words.paint}
        </label>
      </div>
      <dl className="coverage-kinds">
        {kinds.map((kind) => (
          <div key={kind} className="row nowrap">
            <dt>{words.kinds[kind]}</dt>
            <dd>
              <progress value={coverage[kind].covered} max={coverage[kind].total} aria-label={words.kinds[kind]} />
              {words.covered(coverage[kind].covered, coverage[kind].total)}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length === 0 ? (
        <p className="muted">{words.nothingMissing}</p>
      ) : (
        <details>
          <summary>
            {words.missing} <span className="tag">{missing.length}</span>
          </summary>
          <ul>
            {missing.slice(0, 200).map(({ kind, text }) => (
              <li key={`${kind} ${text}`}>
                <span className="tag">{words.kinds[kind]}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
