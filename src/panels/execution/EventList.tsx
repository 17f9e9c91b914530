import { memo, useLayoutEffect, useRef, useState } from 'react';
import { formatDuration } from '../../scenario/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { isFailure, summary } from './events.ts';

const words = messages.execution;
const rowHeight = 24;
/** Up to here all rows are drawn; above, those in view and some around them. */
const drawAllUpTo = 100;
/** The window moves in blocks, so that a little scrolling draws nothing new. */
const block = 8;
const blocksAround = 1;

/**
 * The rows in view, however long the history is. The list is anchored at its end (the style sheet turns it round), so
 * that new events show without anybody measuring or scrolling.
 */
export function EventList({ events }: { readonly events: readonly ExecutionEvent[] }) {
  const [fromEnd, setFromEnd] = useState(0);
  const [blocksInView, setBlocksInView] = useState(3);
  const shown = useWorkbenchState((state) => state.run.shown);
  const selected = useWorkbenchState((state) => state.run.selectedEvent);
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const count = events.length;
  // A running run shows its newest events, until the person looks at an older one.
  useLayoutEffect(() => {
    if (selected === undefined && scrolled.current && list.current) list.current.scrollTop = 0;
  }, [count, selected]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBlocksInView(Math.ceil(entry.contentRect.height / rowHeight / block) + 1);
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  const look = ({ scrollTop }: HTMLElement): void => {
    scrolled.current = scrollTop !== 0;
    setFromEnd(Math.floor(Math.abs(scrollTop) / rowHeight / block));
  };
  const all = count <= drawAllUpTo;
  const last = all ? count : Math.max(0, count - Math.max(0, fromEnd - blocksAround) * block);
  const first = all ? 0 : Math.max(0, last - (blocksInView + (fromEnd < blocksAround ? 1 : 2) * blocksAround) * block);
  return (
    <div className="events" ref={list} onScroll={(event) => look(event.currentTarget)}>
      <ol aria-label={words.events} style={{ height: count * rowHeight, paddingTop: first * rowHeight }}>
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
const EventRow = memo(function EventRow({ event, later, selected }: RowProps) {
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
});
