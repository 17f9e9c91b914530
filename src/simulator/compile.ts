import { assertNever } from '../base/index.ts';
import type { CatchRule, ChoiceState, DistributedMap, Flow, MapState, Scope, State, TaskMode } from '../fdl/index.ts';
import { processorScope, taskModes } from '../fdl/index.ts';
import { limits } from './engine/limits.ts';
import { computeExpression, computeTemplate } from './evaluation.ts';
import type {
  CompiledCatch,
  CompiledScope,
  CompiledState,
  DistributedWork,
  MapWork,
  Program,
  Target,
  Work,
} from './program.ts';

type States = Map<CompiledState['id'], CompiledState>;
/** Finds the state of the scope with a name. Loops make the finding late: states are linked after all are there. */
type Find = (name: string | undefined) => Target;

/**
 * Makes a flow ready to run. Works for any flow, also one with errors: what is missing or leads nowhere fails when a
 * run gets there, with an error that says so.
 */
export function compileProgram(flow: Flow): Program {
  const states: States = new Map();
  const { start } = compileScope(flow, states);
  return { flow, name: flow.name?.value ?? '', start, states };
}

function compileScope(scope: Scope, states: States): CompiledScope {
  const targets = new Map<string, { name: string; state: CompiledState | undefined }>();
  const find: Find = (name = '') => {
    const known = targets.get(name) ?? { name, state: undefined };
    targets.set(name, known);
    return known;
  };
  for (const state of scope.states) {
    const compiled = compileState(state, find, states);
    states.set(compiled.id, compiled);
    const name = state.name.value;
    const target = targets.get(name) ?? { name, state: undefined };
    target.state ??= compiled;
    if (name !== '') targets.set(name, target);
  }
  return { id: scope.id, start: find(scope.startAt?.value) };
}

function compileState(state: State, find: Find, states: States): CompiledState {
  const continues = 'next' in state ? state : undefined;
  const recovers = state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map' ? state : undefined;
  return {
    id: state.id,
    name: state.name.value,
    type: state.type,
    inputConstructor: computeTemplate(state.inputConstructor),
    // A Choice has none (rule H04); a Fail has no output and stores nothing (U04).
    outputConstructor: state.type === 'Choice' ? undefined : computeTemplate(state.outputConstructor),
    globalConstructor: computeTemplate(state.globalConstructor),
    ends: state.type === 'Succeed' || continues?.end?.value === true,
    next: continues?.next ? find(continues.next.value) : undefined,
    retry: recovers?.retry ?? [],
    catch: recovers?.catch.map((rule) => compileCatch(rule, find)) ?? [],
    work: compileWork(state, find, states),
  };
}

function compileCatch(rule: CatchRule, find: Find): CompiledCatch {
  return { errors: rule.errors, target: find(rule.next?.value), output: computeTemplate(rule.outputConstructor) };
}

function compileWork(state: State, find: Find, states: States): Work {
  switch (state.type) {
    case 'Pass':
    case 'Succeed':
      return { kind: 'pass' };
    case 'Wait':
      return { kind: 'wait', seconds: computeTemplate(state.seconds) };
    case 'Task':
      return {
        kind: 'task',
        action: state.action?.value ?? '',
        mode: taskMode(state.taskMode?.value),
        parameters: computeTemplate(state.parameters),
        timeout: computeTemplate(state.timeout),
      };
    case 'Choice':
      return compileChoice(state, find);
    case 'Parallel':
      return { kind: 'parallel', branches: state.branches.map((branch) => compileScope(branch, states)) };
    case 'Map':
      return compileMap(state, states);
    case 'Fail':
      return { kind: 'fail', code: computeTemplate(state.code), detail: computeTemplate(state.detail) };
    case 'Unknown':
      return { kind: 'unknown', writtenType: state.writtenType?.value ?? '' };
    default:
      return assertNever(state);
  }
}

const taskMode = (written: string | undefined): TaskMode =>
  taskModes.find((mode) => mode === written) ?? 'RequestComplete';

/** A branch without a condition is never taken; the validator has said so. */
function compileChoice(state: ChoiceState, find: Find): Work {
  const branches = state.branches.flatMap(({ condition, next }) =>
    condition ? [{ condition: computeExpression(condition), text: condition.text, target: find(next?.value) }] : [],
  );
  return { kind: 'choice', branches, otherwise: find(state.default?.value) };
}

function compileMap(state: MapState, states: States): MapWork {
  const { processor, itemsPath, distributed } = state;
  return {
    kind: 'map',
    items: itemsPath && computeExpression(itemsPath),
    processor: processor
      ? compileScope(processor, states)
      : { id: processorScope(state.id), start: { name: '', state: undefined } },
    concurrency: computeTemplate(state.maxConcurrency),
    distributed: distributed && compileDistributed(distributed),
  };
}

function compileDistributed(map: DistributedMap): DistributedWork {
  return {
    express: map.executionMode === 'Express',
    reader: computeTemplate(map.itemReader),
    itemConstructor: computeTemplate(map.itemConstructor),
    batch: map.maxItemsPerBatch,
    writer: computeTemplate(map.resultWriter),
    maxItems: map.maxItems ?? limits.items,
    toleratedPercentage: map.toleratedFailurePercentage,
    toleratedCount: map.toleratedFailureCount,
  };
}
