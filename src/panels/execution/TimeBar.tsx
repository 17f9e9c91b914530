import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { formatDuration } from '../../scenario/index.ts';
import { type ExecutionEvent, type Lane, lanesOf, stateNameOf } from '../../simulator/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { isFailure } from './events.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

const words = messages.execution;
const mostLanes = 40;
/** Gaps shorter than this have no label. */
const labelledMs = 1_000;

/** The run at a glance: a strand a row, idle time shortened, errors as ticks; the handle goes to any moment. */
export const TimeBar = memo(function TimeBar({ events }: { readonly events: readonly ExecutionEvent[] }) {
  const workbench = useWorkbench();
  const shown = useWorkbenchState((state) => state.run.selectedEvent ?? state.run.shown);
  const scale = useMemo(() => timeScale(events), [events]);
  const count = events.length;
  const goTo = (event: number): void => workbench.run.travelTo(event >= count ? undefined : event);
  return (
    <div className="time-bar" role="group" aria-label={words.lanes}>
      <StepButton by={-1} disabled={shown <= 1} />
      <div className="time-lines">
        <Lanes events={events} scale={scale} />
        <span className="time-now" style={{ left: `calc(5px + (100% - 12px) * ${scale.at(shown)})` }} aria-hidden />
        <input
          type="range"
          className="time-range"
          aria-label={words.moment}
          aria-valuetext={momentText(events[shown - 1])}
          min={1}
          max={count}
          value={shown}
          onChange={(event) => goTo(Number(event.target.value))}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            const box = event.currentTarget.getBoundingClientRect();
            event.preventDefault();
            event.currentTarget.focus();
            goTo(scale.eventAt((event.clientX - box.left) / box.width));
          }}
          onPointerMove={(event) => {
            if ((event.buttons & 1) === 0) return;
            const box = event.currentTarget.getBoundingClientRect();
            goTo(scale.eventAt((event.clientX - box.left) / box.width));
          }}
        />
      </div>
      <StepButton by={1} disabled={shown >= count} />
    </div>
  );
});

const momentText = (event: ExecutionEvent | undefined): string =>
  event ? `${event.id}: ${event.type} ${event.stepName}, ${formatDuration(event.at)}` : '';

function StepButton({ by, disabled }: { readonly by: 1 | -1; readonly disabled: boolean }) {
  const workbench = useWorkbench();
  const name = by < 0 ? words.previous : words.next;
  const Sign = by < 0 ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className="button plain small icon"
      aria-label={name}
      title={`${name} (Alt+${by < 0 ? '←' : '→'})`}
      disabled={disabled}
      onClick={() => workbench.run.moveBy(by)}
    >
      <Sign size={14} aria-hidden />
    </button>
  );
}

interface LanesProps {
  readonly events: readonly ExecutionEvent[];
  readonly scale: TimeScale;
}
/** Drawn once per history, not per moment. */
const Lanes = memo(function Lanes({ events, scale }: LanesProps) {
  const lanes = useMemo(() => lanesOf(events), [events]);
  const failures = useMemo(() => events.filter(isFailure).slice(0, 500), [events]);
  const rows = lanes.slice(0, mostLanes);
  const row = new Map(rows.map(({ thread }, i) => [thread, i]));
  return (
    <div className="lanes" style={{ height: Math.max(16, 9 * rows.length + 7) }} aria-hidden>
      {rows.map((lane, i) => (
        <LaneBar key={lane.thread} lane={lane} top={4 + 9 * i} scale={scale} />
      ))}
      {failures.map(({ id, thread }) => {
        const at = thread === undefined ? 0 : row.get(thread);
        if (at === undefined) return null;
        return <span key={id} className="tick" style={{ left: `${100 * scale.at(id)}%`, top: 3 + 9 * at }} />;
      })}
      {scale.gaps
        .filter(({ from, to }) => to - from >= labelledMs)
        .slice(0, 60)
        .map(({ before, from, to }) => (
          <span
            key={before}
            className="gap"
            title={words.gap(formatDuration(to - from))}
            style={{
              left: `${100 * scale.at(before - 1)}%`,
              width: `${100 * (scale.at(before) - scale.at(before - 1))}%`,
            }}
          />
        ))}
      {lanes.length > mostLanes && <span className="lanes-more">{words.moreLanes(lanes.length - mostLanes)}</span>}
    </div>
  );
});

function LaneBar({ lane, top, scale }: { readonly lane: Lane; readonly top: number; readonly scale: TimeScale }) {
  const { kind, slot, owner, first, last, depth, failed } = lane;
  const [from, to] = [scale.at(first), scale.at(last)];
  const name = owner === undefined ? words.lane.flow : words.laneName(stateNameOf(owner), words.lane[kind], slot);
  return (
    <span
      className={`lane lane-${kind} ${failed ? 'failed' : ''}`}
      title={name}
      style={{
        left: `${100 * from}%`,
        width: `max(4px, ${100 * (to - from)}%)`,
        top,
        opacity: Math.max(0.55, 1 - 0.12 * depth),
      }}
    />
  );
}
