import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatDuration } from '../../scenario/index.ts';
import { type ExecutionEvent, stateNameOf } from '../../simulator/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../run-messages.ts';
import { filterEvents, isFailure, summary } from './events.ts';
import { TimeBar } from './TimeBar.tsx';

const words = messages.execution;
const rowHeight = 25;
/** Up to here all rows are drawn; above, those in view and some around them. */
const drawAllUpTo = 300;

/** The history with the service's event names. A press shows that moment everywhere. */
export function Timeline() {
  const events = useWorkbenchState((state) => state.run.events);
  const [typed, setTyped] = useState('');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [type, setType] = useState('');
  const [place, setPlace] = useState('');
  const filter = useDeferredValue(typed);
  const found = useMemo(
    () => filterEvents(events, filter, onlyErrors).filter((event) => isOf(event, type, place)),
    [events, filter, onlyErrors, type, place],
  );
  const types = useMemo(() => [...new Set(events.map((event) => event.type))], [events]);
  const names = useMemo(() => [...new Set(events.flatMap(nameOfState))].slice(0, 500), [events]);
  if (events.length === 0) return <Empty title={words.noEvents} about={words.noEventsAbout} />;
  return (
    <>
      <TimeBar events={events} />
      <div className="row events-bar">
        <input
          className="input grow"
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Choice label={words.typeFilter} all={words.anyType} value={type} options={types} choose={setType} />
        <Choice label={words.stateFilter} all={words.anyState} value={place} options={names} choose={setPlace} />
        <label className="row nowrap">
          <input type="checkbox" checked={onlyErrors} onChange={(event) => setOnlyErrors(event.target.checked)} />
          {words.onlyErrors}
        </label>
      </div>
      {found.length === 0 ? <p className="empty">{words.nothingFits}</p> : <EventList events={found} />}
    </>
  );
}

const nameOfState = ({ state }: ExecutionEvent): readonly string[] => (state === undefined ? [] : [stateNameOf(state)]);
const isOf = (event: ExecutionEvent, type: string, place: string): boolean =>
  (type === '' || event.type === type) && (place === '' || nameOfState(event).includes(place));

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly choose: (value: string) => void;
}
function Choice({ label, all, value, options, choose }: ChoiceProps) {
  return (
    <select
      className="select small filter"
      aria-label={label}
      title={label}
      value={options.includes(value) ? value : ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

function EventList({ events }: { readonly events: readonly ExecutionEvent[] }) {
  const [top, setTop] = useState(0);
  const shown = useWorkbenchState((state) => state.run.shown);
  const selected = useWorkbenchState((state) => state.run.selectedEvent);
  const list = useRef<HTMLDivElement>(null);
  const count = events.length;
  // A running run shows its newest events, until the person looks at an older one.
  useLayoutEffect(() => {
    if (selected === undefined && list.current) list.current.scrollTop = count * rowHeight;
  }, [count, selected]);
  const all = events.length <= drawAllUpTo;
  const first = all ? 0 : Math.max(0, Math.floor(top / rowHeight) - 40);
  const last = all ? events.length : Math.min(events.length, first + 140);
  return (
    <div className="events" ref={list} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <ol aria-label={words.events} style={{ height: events.length * rowHeight, paddingTop: first * rowHeight }}>
        {events.slice(first, last).map((event) => (
          <EventRow key={event.id} event={event} later={event.id > shown} selected={event.id === selected} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly event: ExecutionEvent;
  readonly later: boolean;
  readonly selected: boolean;
}
function EventRow({ event, later, selected }: RowProps) {
  const workbench = useWorkbench();
  const goThere = (): void => {
    workbench.run.travelTo(event.id);
    if (event.state !== undefined) workbench.select([event.state], 'panel');
  };
  return (
    <li>
      <button
        type="button"
        className={`event ${isFailure(event) ? 'failed' : ''} ${later ? 'later' : ''}`}
        aria-current={selected}
        onClick={goThere}
      >
        <span className="event-id">{event.id}</span>
        <span className="event-time">{formatDuration(event.at)}</span>
        <span className="event-type">{event.type}</span>
        <span className="event-state cut">{event.stepName}</span>
        <span className="event-detail cut">{summary(event)}</span>
      </button>
    </li>
  );
}
