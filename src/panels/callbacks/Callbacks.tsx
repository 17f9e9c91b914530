import type { TaskToken, Waiting } from '../../simulator/index.ts';
import { type RunEntry, useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../run-messages.ts';
import { Probe } from './Probe.tsx';
import { Reports } from './Reports.tsx';
import { Script } from './Script.tsx';
import { nameOf } from './token-name.ts';
import { TokenCard } from './TokenCard.tsx';
import '../common/panels.css';
import './callbacks.css';

const words = messages.callbacks;

/** The desk at which the person plays the other program: all waiting tokens of all runs, and what was reported. */
export function Callbacks() {
  const waiting = useWorkbenchState((state) => state.run.waiting);
  const word = useWorkbenchState((state) => state.run.word);
  const reports = useWorkbenchState((state) => state.run.reports);
  const runs = useWorkbenchState((state) => state.run.runs);
  const current = useWorkbenchState((state) => state.run.current);
  const tokens = waiting.filter(({ kind }) => kind !== 'invocation');
  const silent = word === 'Waiting' ? waiting.filter(({ kind }) => kind === 'invocation') : [];
  const others = runs.filter((run) => run.id !== current && run.waiting.length > 0);
  return (
    <div className="panel">
      {tokens.length === 0 && silent.length === 0 ? (
        <Empty title={words.none} about={`${words.noneAbout} ${words.runExample}`} />
      ) : (
        <ul className="tokens" aria-label={words.list}>
          {tokens.map((each) => (
            <TokenCard key={each.token ?? keyOf(each)} waiting={each} />
          ))}
          {silent.map((each) => (
            <li key={keyOf(each)} className="token" aria-label={nameOf(each)}>
              <b>{nameOf(each)}</b>
              <p className="muted">{words.noToken}</p>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <OtherRuns runs={others} />}
      <div className="desk-tools">
        <Script />
        <Probe reports={reports} />
      </div>
      {reports.length > 0 && <Reports reports={reports} />}
    </div>
  );
}

/** Forks share the tokens that were waiting when they began; a report goes to the run it is made for. */
function OtherRuns({ runs }: { readonly runs: readonly RunEntry[] }) {
  return (
    <section aria-label={words.otherRuns}>
      <h3 className="panel-title">{words.otherRuns}</h3>
      <ul className="tokens">
        {runs.flatMap((run) =>
          run.waiting.map((each) => (
            <TokenCard key={`${run.id} ${each.token as TaskToken}`} waiting={each} run={run} />
          )),
        )}
      </ul>
    </section>
  );
}

const keyOf = ({ state, iteration, since }: Waiting): string => `${state} ${iteration.join('.')} ${since}`;
