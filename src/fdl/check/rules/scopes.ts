import { shiftSpan, utf8Length } from '../../../base/index.ts';
import { scopeFields } from '../../language/fields.ts';
import { limits } from '../../language/limits.ts';
import type { MapState, ParallelState, State } from '../../model.ts';
import { listOf, mapOf, numberOf, valueOf } from '../../syntax/written-values.ts';
import { childScopes } from '../../walk.ts';
import type { Written, WrittenEntry } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import { firstKey, isGiven, isGivenEither, placeOfMissing, type Report, type Subject } from '../rule.ts';
import { checkInner } from './attributes.ts';
import { checkItem } from './flow-head.ts';

/** P01: a Parallel has 1 to 50 complete branches (reference section 4.5). */
export function checkParallel(state: ParallelState, report: Report): void {
  const branches = valueOf(state.written, 'Branches');
  const items = listOf(branches);
  if (!isGiven(state.written, 'Branches')) report('P01', placeOfMissing(state), say.noParallelBranches);
  else if (branches?.kind === 'list' && items.length === 0) report('P01', branches.span, say.noParallelBranches);
  if (items.length > limits.branches) report('P01', branches?.span ?? state.span, say.tooManyBranches(items.length));
  for (const item of items) checkScope(item, say.branch, 'P01', report);
  checkSharedGlobals(state, report);
}

/** M01, M03: the list and the processor of a Map (reference sections 4.6 and 4.7). */
export function checkMap(state: MapState, report: Report): void {
  const { written } = state;
  const readsItems = isGivenEither(written, 'ItemsPath') || isGiven(written, 'ItemReader');
  if (!readsItems) report('M01', placeOfMissing(state), say.missingItemsPath);
  const processor = valueOf(written, 'Processor');
  if (!processor || !isGiven(written, 'Processor')) report('M01', placeOfMissing(state), say.missingProcessor);
  else if (processor.kind === 'map') checkScope(processor, say.processor, 'M01', report);
  for (const key of ['MaxConcuccency', 'MaxConcurrency']) checkConcurrency(state, key, report);
}

function checkConcurrency(state: MapState, key: string, report: Report): void {
  const value = valueOf(state.written, key);
  const count = numberOf(value);
  if (!value || count === undefined) return;
  if (count < 1) report('M03', value.span, say.lowConcurrency);
  else if (!state.distributed && count > limits.inlineConcurrency) {
    report('M03', value.span, say.highConcurrency, { severity: 'warning' });
  }
}

function checkScope(item: Written, what: string, code: 'P01' | 'M01', report: Report): void {
  const map = mapOf(item);
  if (!map) {
    report(code, item.span, say.scopeNotMap(what));
    return;
  }
  checkInner(map, what, scopeFields, report);
  for (const key of ['StartAt', 'States']) {
    if (!isGiven(map, key)) report(code, firstKey(map), say.scopeLacks(what, key));
  }
  const states = valueOf(map, 'States');
  if (states?.kind === 'list' && states.items.length === 0) report(code, states.span, say.scopeStates(what));
  checkItems(states, report);
}

/** F06, C01: an item that was read on its own counts its places from its own beginning. */
function checkItems(states: Written | undefined, report: Report): void {
  if (states?.kind !== 'list') return;
  states.items.forEach((item, i) => {
    const from = states.frames?.[i]?.from ?? 0;
    checkItem(item, (code, at, message, more) => report(code, shiftSpan(at, from), message, more));
  });
}

/** M05 and G01: what a state writes to `$Global` (reference section 5.6). */
export function checkGlobals({ state, inMap, report }: Subject): void {
  const entries = globalsOf(state);
  const written = valueOf(state.written, 'GlobalConstructor');
  if (written && inMap) report('M05', written.span, say.globalInMap);
  for (const { key, keySpan } of entries) {
    if (utf8Length(globalKey(key)) > limits.globalKeyBytes) report('G01', keySpan, say.longGlobalKey);
  }
}

const globalsOf = (state: State): readonly WrittenEntry[] =>
  mapOf(valueOf(state.written, 'GlobalConstructor'))?.entries ?? [];
const globalKey = (key: string): string => (key.endsWith('.$') ? key.slice(0, -2) : key);

/** M05: a key of `$Global` that an earlier branch writes as well. */
function checkSharedGlobals(state: ParallelState, report: Report): void {
  const writers = new Map<string, number>();
  const visit = (inner: State, branch: number): void => {
    for (const { key, keySpan } of globalsOf(inner)) {
      const name = globalKey(key);
      const first = writers.get(name) ?? branch;
      writers.set(name, first);
      if (first !== branch) report('M05', keySpan, say.globalInBranches(name), { state: inner.id });
    }
    for (const scope of childScopes(inner)) scope.states.forEach((deeper) => visit(deeper, branch));
  };
  state.branches.forEach((branch, index) => branch.states.forEach((inner) => visit(inner, index)));
}
