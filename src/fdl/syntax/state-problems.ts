import { span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { StateId } from '../ids.ts';
import type { Scope, State } from '../model.ts';
import { childScopes } from '../walk.ts';
import type { Written } from '../written.ts';
import type { InnerCut } from './cut-inner.ts';
import type { Cut } from './cut.ts';
import { bracketReader } from './lazy-brackets.ts';
import { contentLine, isStateItem } from './lines.ts';
import { readMessages as say } from './messages.ts';
import { diagnostic } from './read-whole.ts';
import type { ReadProblem } from './reading.ts';
import type { Segment } from './segment.ts';
import { valueOf } from './written-values.ts';

/** More problems of reading than this help nobody. */
const mostProblems = 1000;

/** A list of states at its place. */
interface PlacedList {
  readonly cut: Cut | InnerCut;
  readonly origin: number;
  readonly segments: readonly Segment[];
  readonly states: readonly State[];
  /** The state the list is in: what has no state of its own is told of that one. */
  readonly owner: State | undefined;
}

/** The problems of the states in the order of the text, and how many are not listed. */
export function problemsOfStates(
  text: string,
  cut: PlacedList['cut'],
  segments: readonly Segment[],
  states: readonly State[],
  troubled: readonly number[],
): readonly Diagnostic[] {
  const listing = new Listing(text);
  const top = { cut, origin: 0, segments, states, owner: undefined };
  listing.list(
    top,
    [...new Set([...troubled, ...cut.misaligned])].sort((a, b) => a - b),
  );
  return listing.end();
}

class Listing {
  readonly #text: string;
  readonly #listed: Diagnostic[] = [];
  #more = 0;
  #moreAt: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  list(list: PlacedList, positions: readonly number[]): void {
    const misplaced = new Set(list.cut.misaligned);
    for (const i of positions) {
      const segment = list.segments[i];
      const at = list.origin + (list.cut.items[i] ?? 0);
      const state = list.states[i] ?? list.owner;
      if (!segment) continue;
      const inner = segment.stale ? movedOut(this.#text, at, list.segments[i - 1]) : undefined;
      if (inner && this.#listed.length < mostProblems) this.#listed.push(diagnostic(inner, state?.id));
      else this.#item(segment, at, state, misplaced.has(i) ? list.cut : undefined);
    }
  }

  /** `misplaced`: the list in which the item does not stand as it should. */
  #item(segment: Segment, origin: number, state: State | undefined, misplaced: PlacedList['cut'] | undefined): void {
    const { problems, stale, inner, read, length } = segment;
    const hidden = stale && misplaced?.style === 'block';
    const found = hidden ? [] : problems.map((p) => diagnostic(p, state?.id, origin));
    if (misplaced?.style === 'block') found.push(misaligned(this.#text, origin, misplaced.dash, state?.id, stale));
    else if (misplaced && !stale) found.push(...this.#slips(origin, origin + length, misplaced.indent, state));
    const unread = read === 'not' && stale;
    const room = unread ? 0 : Math.max(mostProblems - this.#listed.length, 0);
    this.#listed.push(...found.slice(0, room));
    const left = Math.max(found.length - room, unread ? 1 : 0);
    if (left > 0) this.#moreAt ??= contentLine(this.#text, origin)?.at ?? origin;
    this.#more += left;
    for (const { cut, segments } of inner?.lists ?? []) {
      const scope = state && scopeOfList(state, segments);
      const positions = segments.flatMap((inside, i) => (inside.troubled || cut.misaligned.includes(i) ? [i] : []));
      this.list({ cut, origin, segments, states: scope?.states ?? [], owner: state }, positions);
    }
  }

  #slips(from: number, to: number, indent: number, state: State | undefined): readonly Diagnostic[] {
    const slip = bracketReader()?.slipBetween(this.#text, from, to, indent);
    return slip ? [diagnostic(slip, state?.id)] : [];
  }

  end(): readonly Diagnostic[] {
    if (this.#moreAt === undefined) return this.#listed;
    const at = span(this.#moreAt, this.#moreAt + 1);
    return [...this.#listed, diagnostic({ message: say.andMore(this.#more), span: at, fixes: [] }, undefined)];
  }
}

/**
 * The dash of a state that was in a list inside of the item before: the lines below it still stand where they stood
 * there.
 */
function movedOut(text: string, origin: number, before: Segment | undefined): ReadProblem | undefined {
  const first = before?.inner ? contentLine(text, origin) : undefined;
  const below = first && contentLine(text, first.next);
  if (!before || !first || !below || !isStateItem(text, first.at)) return undefined;
  const gap = /^-[ ]+/.exec(text.slice(first.at, first.next))?.[0].length ?? 0;
  const column = below.at - below.from - gap;
  if (column <= first.at - first.from || !dashesIn(before).includes(column)) return undefined;
  const fix = { title: say.alignDash, replace: span(first.from, first.at), insert: ' '.repeat(column) };
  return { message: say.movedOutDash, span: span(first.at, first.at + 1), fixes: [fix] };
}

/** The columns of the dashes of all lists of states inside of an item. */
const dashesIn = ({ inner }: Segment): readonly number[] =>
  inner?.lists.flatMap(({ cut, segments }) => [
    ...(cut.style === 'block' ? [cut.dash] : []),
    ...segments.flatMap(dashesIn),
  ]) ?? [];

/** The scope whose states a list gave. */
function scopeOfList(state: State, segments: readonly Segment[]): Scope | undefined {
  const isOf = (written: Written | undefined): boolean =>
    written?.kind === 'list' && written.items.length === segments.length && written.items[0] === segments[0]?.item;
  return childScopes(state).find((scope) => isOf(valueOf(scope.written, 'States')));
}

/** Where the state is readable all of it stands at another column: to move the dash alone would break it. */
function misaligned(text: string, origin: number, column: number, id: StateId | undefined, stale: boolean): Diagnostic {
  const dash = contentLine(text, origin)?.at ?? origin;
  const fix = { title: say.alignDash, replace: span(origin, dash), insert: ' '.repeat(column) };
  const fixes = stale ? [fix] : [];
  return diagnostic({ message: say.misalignedDash, span: span(dash, dash + 1), fixes }, id);
}
