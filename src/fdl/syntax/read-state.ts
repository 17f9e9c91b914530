import { span } from '../../base/index.ts';
import { branchScope, processorScope, type ScopeId, type StateId, stateId } from '../ids.ts';
import {
  type ChoiceBranch,
  type DistributedMap,
  type Located,
  type Scope,
  type State,
  type StateType,
  stateTypes,
  type TaskState,
  type UnknownState,
} from '../model.ts';
import type { ItemFrame, Written, WrittenList, WrittenMap } from '../written.ts';
import { readCatch, readRetry } from './read-rules.ts';
import { expressionOf, readField, readTemplate } from './read-template.ts';
import { entryOf, flagOf, jsonOf, listOf, mapOf, numberOf, textOf, valueOf } from './written-values.ts';

/** States by the mapping they were made of: one inside of another that did not change is the same object. */
const made = new WeakMap<WrittenMap, State>();

/** Turns one mapping into a state; what is missing or wrong in it stays absent and is reported by the checks. */
export const readState = (written: WrittenMap, id: StateId, stale = false): State =>
  makeState(written, id, stale ? 'last' : undefined);

/** The same for a state that was read on its own, of which some may be the last look (`ItemFrame`). */
export function makeState(written: WrittenMap, id: StateId, ghost: ItemFrame['ghost']): State {
  const stale = ghost !== undefined;
  if (ghost === 'guess') return readUnknown(written, id, stale);
  const writtenType = textOf(valueOf(written, 'Type'));
  const type = stateTypes.find((known) => known === writtenType?.value);
  return type ? readKnown(written, id, ghost, type) : readUnknown(written, id, stale);
}

/** A state of which only the name and perhaps the type could be made out, or whose type is not known. */
function readUnknown(written: WrittenMap, id: StateId, stale: boolean): UnknownState {
  const { next, end } = continues(written);
  return { ...common(written, id, stale), type: 'Unknown', writtenType: textOf(valueOf(written, 'Type')), next, end };
}

/** The name a state goes by; empty where there is none. */
export const nameOf = (written: WrittenMap): string => textOf(valueOf(written, 'Name'))?.value ?? '';

function readKnown(written: WrittenMap, id: StateId, ghost: ItemFrame['ghost'], type: StateType): State {
  if (type === 'Task') return readTask(written, id, ghost !== undefined);
  const base = common(written, id, ghost !== undefined);
  const dead = ghost === 'last';
  const { next, end } = continues(written);
  switch (type) {
    case 'Pass':
      return { ...base, type, next, end };
    case 'Wait':
      return { ...base, type, next, end, seconds: readField(written, 'Seconds') };
    case 'Choice':
      return { ...base, type, branches: readBranches(written), default: textOf(valueOf(written, 'Default')) };
    case 'Parallel':
      return { ...base, type, next, end, ...recovers(written), branches: readScopes(written, id, dead) };
    case 'Map':
      return { ...base, type, next, end, ...recovers(written), ...readMapFields(written, id, dead) };
    case 'Succeed':
      return { ...base, type };
    case 'Fail':
      return { ...base, type, code: readField(written, 'Code'), detail: readField(written, 'Detail') };
  }
}

/**
 * Most states are tasks, and thousands of them are made when a large file opens: in one literal, since to
 * add fields behind a spread is slow.
 */
function readTask(written: WrittenMap, id: StateId, stale: boolean): TaskState {
  return {
    id,
    name: nameAt(written),
    span: written.span,
    stale,
    description: textOf(valueOf(written, 'Description')),
    inputConstructor: templateOf(written, 'InputConstructor'),
    outputConstructor: templateOf(written, 'OutputConstructor'),
    globalConstructor: templateOf(written, 'GlobalConstructor'),
    written,
    type: 'Task',
    next: textOf(valueOf(written, 'Next')),
    end: flagOf(valueOf(written, 'End')),
    retry: readRetry(valueOf(written, 'Retry')),
    catch: readCatch(valueOf(written, 'Catch')),
    action: textOf(valueOf(written, 'Action')),
    taskMode: textOf(valueOf(written, 'TaskMode')),
    parameters: readField(written, 'Parameters'),
    timeout: readField(written, 'Timeout'),
  };
}

function common(written: WrittenMap, id: StateId, stale: boolean) {
  return {
    id,
    name: nameAt(written),
    span: written.span,
    stale,
    description: textOf(valueOf(written, 'Description')),
    inputConstructor: templateOf(written, 'InputConstructor'),
    outputConstructor: templateOf(written, 'OutputConstructor'),
    globalConstructor: templateOf(written, 'GlobalConstructor'),
    written,
  };
}

/** The name where it stands; without one, no name at the first key. */
function nameAt(written: WrittenMap): Located<string> {
  const first = written.entries[0]?.keySpan ?? span(written.span.from, written.span.from);
  return textOf(valueOf(written, 'Name')) ?? { value: '', span: first };
}

const continues = (written: WrittenMap) => ({
  next: textOf(valueOf(written, 'Next')),
  end: flagOf(valueOf(written, 'End')),
});

const recovers = (written: WrittenMap) => ({
  retry: readRetry(valueOf(written, 'Retry')),
  catch: readCatch(valueOf(written, 'Catch')),
});

function templateOf(written: WrittenMap, key: string) {
  const value = valueOf(written, key);
  return value && readTemplate(value);
}

function readBranches(written: WrittenMap): readonly ChoiceBranch[] {
  return listOf(valueOf(written, 'Branches')).map((item) => {
    const branch = mapOf(item);
    const condition = valueOf(branch, 'Condition') ?? valueOf(branch, 'Condition.$');
    return {
      condition: condition && readCondition(condition),
      next: textOf(valueOf(branch, 'Next')),
      span: item.span,
    };
  });
}

/** `Condition: true` is YAML for a boolean and an expression all the same. */
function readCondition(written: Written) {
  if (written.kind !== 'scalar' || typeof written.value === 'string' || written.value === null)
    return expressionOf(written);
  return expressionOf({ ...written, value: written.source ?? String(written.value) });
}

function readScopes(written: WrittenMap, id: StateId, dead: boolean): readonly Scope[] {
  return listOf(valueOf(written, 'Branches')).map((item, index) => readScope(item, branchScope(id, index), dead));
}

/** A branch or a processor. A value that is no mapping reads as a scope without states. */
function readScope(written: Written, id: ScopeId, dead: boolean): Scope {
  const map = mapOf(written);
  const states = valueOf(map, 'States');
  return {
    id,
    startAt: textOf(valueOf(map, 'StartAt')),
    states: states?.kind === 'list' ? readStates(states, id, dead) : [],
    span: written.span,
    written: map,
  };
}

/**
 * The states of a list, each with its id; items that are no mappings become nameless unknown states. `dead`: the list
 * is that of a state whose text cannot be read, and so are its states.
 */
function readStates({ items, frames }: WrittenList, scope: ScopeId, dead: boolean): readonly State[] {
  const seen = new Map<string, number>();
  return items.map((item, i) => {
    const map = stateMapOf(item);
    const name = nameOf(map);
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    const ghost = frames?.[i]?.ghost;
    return stateFor(map, stateId(scope, name, occurrence), dead && ghost !== 'guess' ? 'last' : ghost);
  });
}

function stateFor(map: WrittenMap, id: StateId, ghost: ItemFrame['ghost']): State {
  const known = made.get(map);
  if (known?.id === id && !known.stale && ghost === undefined) return known;
  const state = makeState(map, id, ghost);
  made.set(map, state);
  return state;
}

/** A list item as a mapping; anything else counts as an empty one at the same place. */
export function stateMapOf(item: Written): WrittenMap {
  return mapOf(item) ?? { kind: 'map', style: 'flow', span: item.span, entries: [] };
}

function readMapFields(written: WrittenMap, id: StateId, dead: boolean) {
  const items = valueOf(written, 'ItemsPath') ?? valueOf(written, 'ItemsPath.$');
  const processor = valueOf(written, 'Processor');
  const spelled = entryOf(written, 'MaxConcuccency') ?? entryOf(written, 'MaxConcuccency.$');
  return {
    itemsPath: items && expressionOf(items),
    processor: processor && readScope(processor, processorScope(id), dead),
    maxConcurrency: readField(written, spelled ? 'MaxConcuccency' : 'MaxConcurrency'),
    distributed: readDistributed(written),
  };
}

function readDistributed(written: WrittenMap): DistributedMap | undefined {
  const config = valueOf(written, 'ProcessorConfig');
  if (!config) return undefined;
  const batcher = mapOf(valueOf(written, 'ItemBatcher'));
  return {
    executionMode: textOf(valueOf(mapOf(config), 'ExecutionMode'))?.value,
    itemReader: templateOf(written, 'ItemReader'),
    itemConstructor: templateOf(written, 'ItemConstructor'),
    maxItemsPerBatch: numberOf(valueOf(batcher, 'MaxItemsPerBatch')),
    resultWriter: templateOf(written, 'ResultWriter'),
    maxItems: maxItemsOf(valueOf(written, 'MaxItems')),
    toleratedFailurePercentage: numberOf(valueOf(written, 'ToleratedFailurePercentage')),
    toleratedFailureCount: numberOf(valueOf(written, 'ToleratedFailureCount')),
  };
}

/** A number, or an object of the documented type of the same name that holds one. */
function maxItemsOf(written: Written | undefined): number | undefined {
  const map = mapOf(written);
  if (!map) return numberOf(written);
  const value = jsonOf(map);
  const first = Object.values(value as object).find((v) => typeof v === 'number');
  return typeof first === 'number' ? first : undefined;
}
