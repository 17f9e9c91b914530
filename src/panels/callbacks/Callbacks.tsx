import type { Waiting } from '../../simulator/index.ts';
import { useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../messages.ts';
import { Reports } from './Reports.tsx';
import { nameOf } from './token-name.ts';
import { TokenCard } from './TokenCard.tsx';
import '../common/panels.css';

const words = messages.callbacks;

/** The desk at which the person plays the other program: all waiting tokens, and what was reported. */
export function Callbacks() {
  const waiting = useWorkbenchState((state) => state.run.waiting);
  const word = useWorkbenchState((state) => state.run.word);
  const reports = useWorkbenchState((state) => state.run.reports);
  const tokens = waiting.filter(({ kind }) => kind !== 'invocation');
  const silent = word === 'Waiting' ? waiting.filter(({ kind }) => kind === 'invocation') : [];
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
      {reports.length > 0 && <Reports reports={reports} />}
    </div>
  );
}

const keyOf = ({ state, iteration, since }: Waiting): string => `${state} ${iteration.join('.')} ${since}`;
