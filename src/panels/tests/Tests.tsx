import { useState } from 'react';
import { useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../run-messages.ts';
import { CoverageView } from './CoverageView.tsx';
import { FaultMatrixView } from './FaultMatrixView.tsx';
import { KeepRun } from './KeepRun.tsx';
import { ScenarioRow } from './ScenarioRow.tsx';
import { TestBar } from './TestBar.tsx';
import '../common/panels.css';
import './tests.css';

const words = messages.tests;

/** Runs kept as files, checked against the present text; what they cover; and every error tried on every Task. */
export function Tests() {
  const scenarios = useWorkbenchState((state) => state.settings.scenarios);
  const checks = useWorkbenchState((state) => state.checks);
  const [keeping, setKeeping] = useState(false);
  const results = [...checks.results.values()];
  const passed = results.filter(({ ok }) => ok).length;
  return (
    <div className="panel tests">
      <TestBar keeping={keeping} keep={() => setKeeping(!keeping)} />
      {keeping && <KeepRun close={() => setKeeping(false)} />}
      {results.length > 0 && (
        <p role="status" className="muted">
          {words.summary(passed, results.length - passed)}
          {checks.stale && ` ${words.stale}`}
        </p>
      )}
      {scenarios.length === 0 ? (
        <Empty title={words.none} about={words.noneAbout} />
      ) : (
        <ul className="cards" aria-label={words.list}>
          {scenarios.map((scenario) => (
            <ScenarioRow key={scenario.file} scenario={scenario} result={checks.results.get(scenario.file)} />
          ))}
        </ul>
      )}
      {checks.coverage && <CoverageView coverage={checks.coverage} />}
      <FaultMatrixView />
    </div>
  );
}
