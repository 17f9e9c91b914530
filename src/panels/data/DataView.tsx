import { useMemo, useState } from 'react';
import { deepEqual } from '../../base/index.ts';
import { findState } from '../../fdl/index.ts';
import { formatDuration } from '../../scenario/index.ts';
import { momentOf, type Session, type StateMoment, type Visit, visitsOf } from '../../simulator/index.ts';
import { selectedStates, useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { JsonTree } from '../common/JsonTree.tsx';
import { messages } from '../run-messages.ts';
import { AttemptBoxes, ErrorLine } from './AttemptBoxes.tsx';
import { decisionText } from './decisions.ts';
import { exchangesOf } from './exchanges.ts';
import { ExpressionBox } from './ExpressionBox.tsx';
import { Iterations } from './Iterations.tsx';
import '../common/panels.css';
import './data.css';

const words = messages.data;

/** What went into the selected state and what came out, at the moment shown. */
export function DataView() {
  const run = useWorkbenchState((state) => state.run);
  const [selected] = useWorkbenchState(selectedStates);
  const visits = useMemo(
    () => visitsOf(run.events.slice(0, run.shown), run.decisions),
    [run.events, run.shown, run.decisions],
  );
  const { session } = run;
  if (visits.length === 0 || !session) return <Empty title={words.none} about={words.noneAbout} />;
  const event = run.events[(run.selectedEvent ?? run.shown) - 1];
  const atEvent = visits.findLast((v) => v.thread === event?.thread && v.state === event.state && v.from <= event.id);
  const wanted = selected?.id ?? atEvent?.state ?? visits.at(-1)?.state;
  const own = visits.filter(({ state }) => state === wanted);
  if (own.length === 0) {
    return <Empty title={words.notReached(selected?.name.value ?? '')} about={words.notReachedAbout} />;
  }
  const first = atEvent && own.includes(atEvent) ? own.indexOf(atEvent) : own.length - 1;
  return (
    <Visits
      key={`${wanted} ${run.current} ${run.shown} ${first}`}
      session={session}
      visits={own}
      all={visits}
      first={first}
    />
  );
}

interface VisitsProps {
  readonly session: Session;
  readonly visits: readonly Visit[];
  readonly all: readonly Visit[];
  readonly first: number;
}
function Visits({ session, visits, all, first }: VisitsProps) {
  const [chosen, setChosen] = useState(first);
  const [search, setSearch] = useState('');
  const visit = visits[chosen];
  if (!visit) return null;
  return (
    <div className="panel data">
      <div className="row data-head">
        <h3 className="panel-title">{visit.stateName}</h3>
        <span className="muted">{whenText(visit)}</span>
        {visits.length > 1 && (
          <select
            className="select small"
            aria-label={words.visit}
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {visits.map(({ from }, i) => (
              <option key={from} value={i}>
                {words.visit} {words.visitOf(i + 1, visits.length)}
              </option>
            ))}
          </select>
        )}
        <ExpressionBox session={session} visit={visit} />
        <input
          className="input small data-search"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {visit.error && <ErrorLine code={visit.error.code} detail={visit.error.detail} />}
      <Decisions session={session} visit={visit} />
      {visit.children.length > 0 && <Iterations key={visit.from} session={session} visit={visit} />}
      <Stages session={session} visit={visit} all={all} search={search} />
    </div>
  );
}

const whenText = ({ entered, left }: Visit): string =>
  left === undefined
    ? words.inside(formatDuration(entered))
    : words.times(formatDuration(entered), formatDuration(left));

function Decisions({ session, visit }: { readonly session: Session; readonly visit: Visit }) {
  if (visit.decisions.length === 0) return null;
  const state = findState(session.program.flow, visit.state);
  return (
    <ul className="decisions" aria-label={words.why}>
      {visit.decisions.map((decision, i) => (
        <li key={i}>
          <span className="muted">{formatDuration(decision.at)}</span> {decisionText(decision, state)}
        </li>
      ))}
    </ul>
  );
}

interface StagesProps {
  readonly session: Session;
  readonly visit: Visit;
  readonly all: readonly Visit[];
  readonly search: string;
}
/** The stages of a state in their order (reference 1.1). */
function Stages({ session, visit, all, search }: StagesProps) {
  const exchanges = useWorkbenchState((state) => state.run.exchanges);
  const moment = useMemo((): StateMoment => momentOf(session, visit), [session, visit]);
  const calls = useMemo(() => exchangesOf(all, exchanges), [all, exchanges]);
  const { sources, raw, globalBefore, globalAfter } = moment;
  const { received, constructed, attempts, output, decisions } = visit;
  const rule = decisions.find(({ kind }) => kind === 'catch');
  const made = rule?.kind === 'catch' ? (sources.caught[rule.rule] ?? []) : sources.output;
  const isTask = findState(session.program.flow, visit.state)?.type === 'Task';
  const several = attempts.length > 1;
  return (
    <div className="data-grid">
      <JsonTree label={words.received} value={received} root="$Input" search={search} limited />
      {constructed !== undefined && !deepEqual(constructed, received) && (
        <JsonTree
          label={words.constructed}
          value={constructed}
          root="$Input"
          before={received}
          sources={sources.constructed}
          search={search}
          limited
        />
      )}
      {attempts.map((attempt, i) => (
        <AttemptBoxes
          key={attempt.from}
          attempt={attempt}
          exchange={calls.get(attempt)}
          sources={sources.parameters}
          position={several ? i + 1 : undefined}
          search={search}
        />
      ))}
      {!isTask && raw !== undefined && !deepEqual(raw, constructed) && (
        <JsonTree label={words.raw} value={raw} root="$Output" search={search} />
      )}
      <JsonTree label={words.output} value={output} root="$Input" sources={made} search={search} limited />
      <JsonTree label={words.before} value={globalBefore} root="$Global" search={search} />
      {globalAfter !== undefined && (
        <JsonTree
          label={words.after}
          value={globalAfter}
          root="$Global"
          before={globalBefore}
          sources={sources.global}
          search={search}
        />
      )}
    </div>
  );
}
