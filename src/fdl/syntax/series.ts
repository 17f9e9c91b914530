import { rootScope, type StateId, stateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { Written } from '../written.ts';
import { identify, type NamedSegment, type Segment } from './segment.ts';

/** The segments of a reading with their states, in parallel lists that the next reading can take over and patch. */
export interface Series {
  readonly segments: readonly NamedSegment[];
  readonly states: readonly State[];
  readonly items: readonly Written[];
  readonly positions: ReadonlyMap<StateId, number>;
  /** Positions of segments in which something is not as it should be. */
  readonly troubled: readonly number[];
}

/**
 * Gives every segment its state: ids count how often a name came before. Where all names are those of the last reading
 * only the changed segments are looked at; to touch ten thousand states costs more than to read one.
 */
export function nameSegments(segments: readonly Segment[], last: Series | undefined): Series {
  const changed = last?.segments.length === segments.length ? changedPositions(segments, last.segments) : undefined;
  const sameNames = changed?.every((i) => segments[i]?.name === last?.segments[i]?.name);
  return last && changed && sameNames ? patch(segments, changed, last) : nameAfresh(segments);
}

function changedPositions(segments: readonly Segment[], last: readonly Segment[]): readonly number[] {
  const changed: number[] = [];
  for (let i = 0; i < segments.length; i += 1) if (segments[i] !== last[i]) changed.push(i);
  return changed;
}

function patch(segments: readonly Segment[], changed: readonly number[], last: Series): Series {
  const named = last.segments.slice();
  const states = last.states.slice();
  const items = last.items.slice();
  const troubled = new Set(last.troubled);
  for (const i of changed) {
    const segment = segments[i];
    const before = last.segments[i];
    if (!segment || !before) continue;
    const now = identify(segment, before.state.id);
    named[i] = now;
    states[i] = now.state;
    items[i] = now.item;
    if (now.troubled) troubled.add(i);
    else troubled.delete(i);
  }
  const { positions } = last;
  return { segments: named, states, items, positions, troubled: [...troubled].sort((a, b) => a - b) };
}

function nameAfresh(segments: readonly Segment[]): Series {
  const seen = new Map<string, number>();
  const positions = new Map<StateId, number>();
  const troubled: number[] = [];
  const named = segments.map((segment, i) => {
    const occurrence = (seen.get(segment.name) ?? 0) + 1;
    seen.set(segment.name, occurrence);
    const now = identify(segment, stateId(rootScope, segment.name, occurrence));
    positions.set(now.state.id, i);
    if (now.troubled) troubled.push(i);
    return now;
  });
  const states = named.map((segment) => segment.state);
  return { segments: named, states, items: named.map((segment) => segment.item), positions, troubled };
}
