import type { Scope } from '../../model.ts';
import { mark, tableOf, type WayTable } from './way-table.ts';

/** What is wrong with the names and ways of a scope, as positions of its states. Holds no places in the text. */
export interface ScopeVerdict {
  /** States whose name an earlier one has. */
  readonly duplicates: readonly number[];
  /** States that name one which is not there. */
  readonly lost: readonly number[];
  readonly unreachable: readonly number[];
  /** Every way from the start runs in circles. */
  readonly endless: boolean;
  readonly startUnknown: boolean;
}
const nothing: readonly number[] = [];

/** Judges a scope, linear in its states. */
export function judgeScope({ states, startAt }: Scope, table: WayTable = tableOf({ states })): ScopeVerdict {
  const positions = positionsOf(table);
  const { duplicates, lost, nameless, unread } = judgeNames(table, positions);
  const named = startAt !== undefined && startAt.value !== '';
  const start = named ? positionOf(startAt.value, table, positions) : undefined;
  // While a state's name cannot be made out, any name may be that state's; that there are no states is said already.
  const startUnknown = states.length > 0 && !nameless && named && start === undefined;
  const verdict = { duplicates, lost: nameless ? nothing : lost, startUnknown };
  if (start === undefined || unread) return { ...verdict, unreachable: nothing, endless: false };
  return { ...verdict, ...judgeWays(table, positions, start) };
}

/** Where the first state of a name is, by the name's number; -1 where there is none. */
function positionsOf({ names, numbering }: WayTable): Int32Array {
  const positions = new Int32Array(numbering.size).fill(-1);
  for (let i = names.length - 1; i >= 0; i -= 1) positions[names[i] ?? 0] = i;
  return positions;
}

function positionOf(name: string, { numbering }: WayTable, positions: Int32Array): number | undefined {
  const number = numbering.get(name);
  const position = number === undefined ? -1 : (positions[number] ?? -1);
  return position < 0 ? undefined : position;
}

interface Names extends Pick<ScopeVerdict, 'duplicates' | 'lost'> {
  /** Some state's name cannot be made out; some state cannot be made out at all. */
  readonly nameless: boolean;
  readonly unread: boolean;
}

function judgeNames({ names, targets, first, marks }: WayTable, positions: Int32Array): Names {
  const duplicates: number[] = [];
  const lost: number[] = [];
  let [nameless, unread] = [false, false];
  for (let i = 0; i < names.length; i += 1) {
    const marked = marks[i] ?? 0;
    if ((marked & mark.stale) !== 0) {
      nameless ||= (marked & mark.nameless) !== 0;
      unread ||= (marked & mark.unread) !== 0;
      continue;
    }
    if ((marked & mark.nameless) === 0 && positions[names[i] ?? 0] !== i) duplicates.push(i);
    const end = first[i + 1] ?? 0;
    for (let k = first[i] ?? 0; k < end; k += 1) {
      if ((positions[targets[k] ?? 0] ?? -1) >= 0) continue;
      lost.push(i);
      break;
    }
  }
  return { duplicates, lost, nameless, unread };
}

function judgeWays(
  { names, targets, first, marks }: WayTable,
  positions: Int32Array,
  start: number,
): Pick<ScopeVerdict, 'unreachable' | 'endless'> {
  const reached = new Uint8Array(names.length);
  const open = [start];
  reached[start] = 1;
  let ends = false;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    ends ||= ((marks[at] ?? 0) & mark.ends) !== 0;
    const end = first[at + 1] ?? 0;
    for (let k = first[at] ?? 0; k < end; k += 1) {
      const next = positions[targets[k] ?? 0] ?? -1;
      if (next < 0) ends = true;
      else if (reached[next] === 0) {
        reached[next] = 1;
        open.push(next);
      }
    }
  }
  const unreachable: number[] = [];
  for (let i = 0; i < names.length; i += 1) {
    if (reached[i] === 0 && ((marks[i] ?? 0) & mark.stale) === 0 && positions[names[i] ?? 0] === i) unreachable.push(i);
  }
  return { unreachable, endless: !ends };
}
