import { Grid3x3 } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { allStates } from '../../fdl/index.ts';
import type { FaultCell, FaultMatrix } from '../../scenario/index.ts';
import { stateNameOf } from '../../simulator/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { applyScenario } from './load.ts';

const words = messages.tests;
const signs = { caught: '⤷', tolerated: '~', fatal: '✕', hangs: '∞', 'not-reached': '·', ignored: '○' } as const;

/** Every Task against every error: what is retried, caught or ends the execution. */
export function FaultMatrixView() {
  const workbench = useWorkbench();
  const matrix = useWorkbenchState((state) => state.checks.matrix);
  const progress = useWorkbenchState((state) => state.checks.matrixProgress);
  const hasTasks = useWorkbenchState((state) =>
    allStates(state.document.lastReadable.flow).some(({ type }) => type === 'Task'),
  );
  const section = useRef<HTMLElement>(null);
  const seen = useRef(matrix);
  useEffect(() => {
    if (matrix && matrix !== seen.current) section.current?.scrollIntoView({ block: 'start' });
    seen.current = matrix;
  }, [matrix]);
  return (
    <section className="faults" aria-label={words.faults} ref={section}>
      <div className="row">
        <h3 className="panel-title">{words.faults}</h3>
        <button
          type="button"
          className="button small"
          disabled={!hasTasks || progress !== undefined}
          onClick={() => void workbench.checks.tryFaults()}
        >
          <Grid3x3 size={13} aria-hidden />
          {progress ? words.tryingFaults(progress.done, progress.of) : words.tryFaults}
        </button>
        {matrix && <span className="muted">{words.legend}</span>}
      </div>
      {matrix ? <Grid matrix={matrix} /> : <p className="muted">{hasTasks ? words.faultsAbout : words.noTasks}</p>}
    </section>
  );
}

function Grid({ matrix }: { readonly matrix: FaultMatrix }) {
  const faults = matrix.faults.map((fault) => (fault.kind === 'error' ? fault.code : 'timeout'));
  return (
    <div className="fault-scroll">
      <table className="fault-grid" aria-label={words.faults}>
        <thead>
          <tr>
            <th scope="col">{words.task}</th>
            {faults.map((code) => (
              <th key={code} scope="col">
                {partsOf(words.fault(code).replace(/^FC\./, '')).map((part) => (
                  <Fragment key={part}>
                    {part}
                    <wbr />
                  </Fragment>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, i) => (
            <tr key={matrix.tasks[i]}>
              <th scope="row" title={matrix.tasks[i]}>
                {stateNameOf(row[0]?.task ?? ('' as never))}
              </th>
              {row.map((cell, at) => (
                <td key={faults[at]}>
                  <Cell cell={cell} fault={words.fault(faults[at] ?? '')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where a code may go on in the next line: before a capital letter. */
const partsOf = (code: string): readonly string[] => code.split(/(?<=[a-z])(?=[A-Z])/);

function Cell({ cell, fault }: { readonly cell: FaultCell; readonly fault: string }) {
  const workbench = useWorkbench();
  const { fate, retries, status, endsIn, task } = cell;
  const ends = endsIn === undefined ? '' : words.endsIn(stateNameOf(endsIn), status);
  const about = `${words.retried(retries)}${words.fate[fate.kind]}, ${ends}`;
  const open = (): void => {
    applyScenario(workbench, cell.scenario);
    workbench.select([task], 'panel');
    workbench.showTab('execution');
    workbench.run.restart();
  };
  return (
    <button
      type="button"
      className="fault-cell"
      data-fate={fate.kind}
      aria-label={words.openCell(stateNameOf(task), fault, about)}
      title={about}
      onClick={open}
    >
      <span>
        {signs[fate.kind]} {words.fate[fate.kind]}
        {retries > 0 && <span className="muted"> {words.retries(retries)}</span>}
      </span>
      {fate.kind === 'caught' && <span className="muted cut">{words.goesTo(stateNameOf(fate.target))}</span>}
    </button>
  );
}
