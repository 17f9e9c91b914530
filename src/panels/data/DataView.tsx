import { useMemo, useState } from 'react';
import { deepEqual } from '../../base/index.ts';
import { selectedStates, useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { JsonBox } from '../common/Json.tsx';
import { messages } from '../messages.ts';
import { HttpBox } from './HttpBox.tsx';
import { type Attempt, type Visit, visitsOf } from './visits.ts';
import '../common/panels.css';

const words = messages.data;

/** What went into the selected state and what came out, at the moment shown. */
export function DataView() {
  const run = useWorkbenchState((state) => state.run);
  const [selected] = useWorkbenchState(selectedStates);
  const visits = useMemo(
    () => visitsOf(run.events.slice(0, run.shown), run.exchanges),
    [run.events, run.shown, run.exchanges],
  );
  if (visits.length === 0) return <Empty title={words.none} about={words.noneAbout} />;
  const pointed = visits.find(({ from, to }) => run.selectedEvent === from || run.selectedEvent === to);
  const event = run.events[(run.selectedEvent ?? 0) - 1];
  const atEvent =
    pointed ?? visits.findLast((v) => v.thread === event?.thread && v.state === event.state && v.from <= event.id);
  const wanted = selected?.id ?? atEvent?.state ?? visits.at(-1)?.state;
  const own = visits.filter(({ state }) => state === wanted);
  if (own.length === 0) {
    return <Empty title={words.notReached(selected?.name.value ?? '')} about={words.notReachedAbout} />;
  }
  const first = atEvent && own.includes(atEvent) ? own.indexOf(atEvent) : own.length - 1;
  return <Visits key={`${wanted} ${run.selectedEvent} ${own.length}`} visits={own} first={first} />;
}

interface VisitsProps {
  readonly visits: readonly Visit[];
  readonly first: number;
}
function Visits({ visits, first }: VisitsProps) {
  const [chosen, setChosen] = useState(first);
  const visit = visits[chosen];
  const global = useWorkbenchState((state) => state.run.global);
  if (!visit) return null;
  return (
    <div className="panel data">
      <div className="row">
        <h3 className="panel-title">{visit.stateName}</h3>
        {visits.length > 1 && (
          <select
            className="select visit"
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
      </div>
      {visit.error && <ErrorLine code={visit.error.code} detail={visit.error.detail} />}
      <div className="data-grid">
        <JsonBox label={words.received} value={visit.received} limited />
        {visit.constructed !== undefined && !deepEqual(visit.constructed, visit.received) && (
          <JsonBox label={words.constructed} value={visit.constructed} limited />
        )}
        {visit.attempts.map((attempt, i) => (
          <AttemptBoxes key={i} attempt={attempt} position={visit.attempts.length > 1 ? i + 1 : undefined} />
        ))}
        <JsonBox label={words.output} value={visit.output} limited />
        <JsonBox label={words.global} value={global} />
      </div>
    </div>
  );
}

interface AttemptProps {
  readonly attempt: Attempt;
  /** Set where there are several. */
  readonly position: number | undefined;
}
function AttemptBoxes({ attempt, position }: AttemptProps) {
  const name = (label: string): string => (position === undefined ? label : `${label} ${position}`);
  return (
    <>
      <JsonBox label={name(words.parameters)} value={attempt.parameters} />
      {attempt.exchange && <HttpBox exchange={attempt.exchange} position={position} />}
      <JsonBox label={name(words.raw)} value={attempt.raw} />
      {attempt.error && <ErrorLine code={attempt.error.code} detail={attempt.error.detail} />}
    </>
  );
}

function ErrorLine({ code, detail }: { readonly code: string; readonly detail: string }) {
  return (
    <p className="alert">
      <b>{code}</b> {detail}
    </p>
  );
}
