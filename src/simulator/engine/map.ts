import { failure as no, isList, isObject, type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { DistributedWork, MapWork } from '../program.ts';
import { wording } from '../wording.ts';
import { childStart } from './children.ts';
import { evaluate } from './evaluate.ts';
import { isFull } from './emit.ts';
import { errorCodes, failure, type Failure, invalidDefinition, kindOf } from './errors.ts';
import { invoke } from './invoke.ts';
import { fork } from './join.ts';
import { limits } from './limits.ts';
import { closeCall, type Live, type LiveThread, note } from './live.ts';
import { wholeNumber } from './numbers.ts';
import { complete, failed, type Outcome } from './outcome.ts';

/** Finds the items of a Map: an expression, or what a distributed Map's reader is answered (reference 4.6, 4.7). */
export function beginMap(live: Live, thread: LiveThread, map: MapWork): Outcome {
  if (!childStart(thread.state, 0)) return failed(thread, invalidDefinition(noProcessor(map)));
  if (map.distributed) note(live, 'U15', wording.note.distributed, thread.at);
  if (map.distributed?.reader) return readItems(live, thread, map.distributed.reader);
  if (!map.items) return failed(thread, invalidDefinition(wording.noWork('ItemsPath')));
  const items = evaluate(live, thread, map.items);
  if (!items.ok) return quietly(live, thread, { error: items.error, kind: 'work' });
  return startItems(live, thread, map, items.value);
}

const noProcessor = (map: MapWork): string =>
  map.processor.start.name === '' ? wording.noWork('Processor') : wording.noSuchState(map.processor.start.name);

function readItems(live: Live, thread: LiveThread, reader: NonNullable<DistributedWork['reader']>): Outcome {
  const parameters = evaluate(live, thread, reader);
  if (!parameters.ok) return quietly(live, thread, { error: parameters.error, kind: 'work' });
  invoke(live, thread, {
    action: 'OSS:GetObject',
    mode: 'RequestComplete',
    parameters: parameters.value,
    token: undefined,
    deadline: undefined,
    purpose: 'read-items',
  });
  return undefined;
}

/** An attempt that fails before any event still counts against the quota: a retry loop must not run for ever. */
function quietly(live: Live, thread: LiveThread, what: Failure): Outcome {
  live.counters.quiet += 1;
  isFull(live, thread);
  return failed(thread, what);
}

/** The reader's answer is a list, or an object that holds one under `Items` or `Body` (decision U15). */
export function itemsRead(live: Live, thread: LiveThread, map: MapWork, outcome: Result<Json, FlowError>): Outcome {
  closeCall(live, thread.phase);
  if (!outcome.ok) return quietly(live, thread, { error: outcome.error, kind: 'work' });
  const answer = outcome.value;
  const found = isObject(answer) ? [answer['Items'], answer['Body']].find(isList) : answer;
  if (found !== undefined) return startItems(live, thread, map, found);
  note(live, 'U15', wording.note.emptyReader, thread.at);
  return startItems(live, thread, map, []);
}

/** The writer took the results; they are the output all the same (decision U15). */
export function resultsWritten(live: Live, thread: LiveThread, outcome: Result<Json, FlowError>): Outcome {
  closeCall(live, thread.phase);
  if (!outcome.ok) return quietly(live, thread, { error: outcome.error, kind: 'work' });
  return complete(thread, { Items: (thread.join?.results ?? []).map((result) => result ?? null) });
}

function startItems(live: Live, thread: LiveThread, map: MapWork, items: Json): Outcome {
  const shaped = shapeItems(live, thread, map, items);
  if (!shaped.ok) return quietly(live, thread, shaped.error);
  const atOnce = concurrencyOf(live, thread, map);
  if (!atOnce.ok) return quietly(live, thread, atOnce.error);
  return fork(live, thread, shaped.value, atOnce.value);
}

/** Order of a distributed Map: items, ItemConstructor, ItemBatcher (reference 4.7). */
function shapeItems(live: Live, thread: LiveThread, map: MapWork, items: Json): Result<readonly Json[], Failure> {
  if (!isList(items)) return no(failure(errorCodes.invalidItems, wording.itemsNotList(kindOf(items)), 'work'));
  const { distributed } = map;
  const shaped = distributed ? constructItems(live, thread, distributed, items) : ok(items);
  if (!shaped.ok) return shaped;
  const taken = shaped.value;
  const odd = taken.findIndex((item) => !isObject(item));
  if (odd >= 0 && live.options.strictItems === true) {
    return no(failure(errorCodes.invalidItems, wording.itemNotObject(odd, kindOf(taken[odd])), 'work'));
  }
  if (odd >= 0) note(live, 'R7', wording.note.plainItem, thread.at);
  return ok(batches(taken, distributed?.batch));
}

function firstItems(
  live: Live,
  thread: LiveThread,
  { maxItems }: DistributedWork,
  items: readonly Json[],
): readonly Json[] {
  if (items.length <= maxItems) return items;
  note(live, 'U15', wording.note.truncated(maxItems), thread.at);
  return items.slice(0, maxItems);
}

function constructItems(
  live: Live,
  thread: LiveThread,
  map: DistributedWork,
  items: readonly Json[],
): Result<readonly Json[], Failure> {
  const { itemConstructor } = map;
  const taken = firstItems(live, thread, map, items);
  if (!itemConstructor) return ok(taken);
  const made: Json[] = [];
  for (const item of taken) {
    const value = evaluate(live, thread, itemConstructor, undefined, undefined, item);
    if (!value.ok) return no({ error: value.error, kind: 'work' });
    made.push(value.value);
  }
  return ok(made);
}

function batches(items: readonly Json[], size: number | undefined): readonly Json[] {
  if (size === undefined || size < 1) return items;
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => ({ Items: items.slice(i * size, (i + 1) * size) }));
}

/** Inline at most 40 at once; distributed 100 unless written otherwise (reference 4.6, 4.7). */
function concurrencyOf(live: Live, thread: LiveThread, map: MapWork): Result<number, Failure> {
  const standard = map.distributed ? limits.distributedConcurrency : limits.inlineConcurrency;
  if (!map.concurrency) return ok(standard);
  const value = evaluate(live, thread, map.concurrency);
  if (!value.ok) return no({ error: value.error, kind: 'work' });
  const written = wholeNumber(value.value, 'MaxConcuccency', 1, Number.MAX_SAFE_INTEGER);
  if (!written.ok || map.distributed || written.value <= standard) return written;
  note(live, 'M03', wording.note.concurrency(standard), thread.at);
  return ok(standard);
}
