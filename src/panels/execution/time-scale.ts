/** Where events stand on the time line: one after the other, with short gaps for the time in between. */
import type { ExecutionEvent, Instant } from '../../simulator/index.ts';

/** A stretch in which nothing happened. */
export interface Gap {
  readonly before: number;
  readonly from: Instant;
  readonly to: Instant;
}
export interface TimeScale {
  /** Between 0 and 1, by the number of an event. */
  readonly at: (event: number) => number;
  /** The event nearest to a place. */
  readonly eventAt: (place: number) => number;
  readonly gaps: readonly Gap[];
}

/** However long nothing happens, the gap is at most so many events wide, and never more than a third of the line. */
const widest = 6;

export function timeScale(events: readonly ExecutionEvent[]): TimeScale {
  const gaps: Gap[] = [];
  const places = new Float64Array(events.length + 1);
  let place = 0;
  const widestHere = Math.max(1, Math.min(widest, events.length / 12));
  events.forEach(({ id, at }, i) => {
    const before = events[i - 1]?.at ?? at;
    if (at > before) {
      gaps.push({ before: id, from: before, to: at });
      place += Math.min(widestHere, 0.5 + Math.log10(1 + at - before));
    }
    if (i > 0) place += 1;
    places[i] = place;
  });
  const whole = place || 1;
  const first = events[0]?.id ?? 1;
  const at = (event: number): number => (places[Math.max(0, Math.min(events.length - 1, event - first))] ?? 0) / whole;
  return {
    at,
    gaps,
    eventAt: (wanted) => {
      let [low, high] = [0, events.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) / whole < wanted) low = middle + 1;
        else high = middle;
      }
      const nearer = low > 0 && wanted - at(low - 1 + first) < at(low + first) - wanted ? low - 1 : low;
      return nearer + first;
    },
  };
}
