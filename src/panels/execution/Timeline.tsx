import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { type ExecutionEvent, stateNameOf } from '../../simulator/index.ts';
import { useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { useUnhurried } from '../common/use-unhurried.ts';
import { messages } from '../run-messages.ts';
import { EventList } from './EventList.tsx';
import { filterEvents } from './events.ts';
import { TimeBar } from './TimeBar.tsx';

const words = messages.execution;

/** Milliseconds between two looks at what there is to choose from. */
const choicesRestMs = 500;

/** The history with the service's event names. A press shows that moment everywhere. */
export function Timeline({ extra }: { readonly extra: ReactNode }) {
  const events = useWorkbenchState((state) => state.run.events);
  const [typed, setTyped] = useState('');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [type, setType] = useState('');
  const [place, setPlace] = useState('');
  const filter = useDeferredValue(typed);
  // What tells of the run as a whole may lag behind steps that follow each other quickly.
  const settled = useDeferredValue(events);
  // To lay out a list of choices, the browser measures all of them.
  const listed = useUnhurried(events, choicesRestMs);
  const found = useMemo(
    () => ofPlace(filterEvents(events, filter, onlyErrors), type, place),
    [events, filter, onlyErrors, type, place],
  );
  if (events.length === 0) return <Empty title={words.noEvents} about={words.noEventsAbout} />;
  return (
    <>
      <div className="execution-bar">
        <TimeBar events={settled} />
        <div className="row nowrap events-bar">
          <input
            className="input grow"
            type="search"
            aria-label={words.filter}
            placeholder={words.filter}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Choices events={listed} type={type} chooseType={setType} place={place} choosePlace={setPlace} />
          <label className="row nowrap">
            <input
              type="checkbox"
              aria-label={words.onlyErrors}
              title={words.onlyErrors}
              checked={onlyErrors}
              onChange={(event) => setOnlyErrors(event.target.checked)}
            />
            {words.onlyErrorsShort}
          </label>
          {extra}
        </div>
      </div>
      {found.length === 0 ? <p className="empty">{words.nothingFits}</p> : <EventList events={found} />}
    </>
  );
}

const nameOfState = ({ state }: ExecutionEvent): readonly string[] => (state === undefined ? [] : [stateNameOf(state)]);
const ofPlace = (events: readonly ExecutionEvent[], type: string, place: string): readonly ExecutionEvent[] =>
  type === '' && place === ''
    ? events
    : events.filter(
        (event) => (type === '' || event.type === type) && (place === '' || nameOfState(event).includes(place)),
      );

interface ChoicesProps {
  readonly events: readonly ExecutionEvent[];
  readonly type: string;
  readonly chooseType: (type: string) => void;
  readonly place: string;
  readonly choosePlace: (place: string) => void;
}
/** What of the history to show: one type of event, one state. */
const Choices = memo(function Choices({ events, type, chooseType, place, choosePlace }: ChoicesProps) {
  const types = useMemo(() => [...new Set(events.map((event) => event.type))], [events]);
  const names = useMemo(() => [...new Set(events.flatMap(nameOfState))].slice(0, mostNames), [events]);
  return (
    <>
      <Choice label={words.typeFilter} all={words.anyType} value={type} options={types} choose={chooseType} />
      <Choice label={words.stateFilter} all={words.anyState} value={place} options={names} choose={choosePlace} />
    </>
  );
});
const mostNames = 500;

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
