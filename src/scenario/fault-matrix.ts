import { ok } from '../base/index.ts';
import { allStates, type Flow, type StateId, statesNamed, type TaskState } from '../fdl/index.ts';
import { type Decision, type ExecutionEvent, type Run, type RunStatus, stateNameOf } from '../simulator/index.ts';
import type { Answer } from './answer.ts';
import { recordScenario } from './record-scenario.ts';
import { type MakeWorld, playScenario, runOptionsOf } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

/** What a service can do to a Task: an error code of its table, or never answer. */
export type Fault = { readonly kind: 'error'; readonly code: string } | { readonly kind: 'timeout' };

/** Errors every Task is tried with: those of the reference's table (8.4) and no answer at all. */
export const faultTable: readonly Fault[] = [
  ...[
    'FC.ResourceThrottled',
    'FC.ResourceExhausted',
    'FC.InternalServerError',
    'FC.AccessDenied',
    'FC.InvalidArgument',
    'FC.EntityTooLarge',
    'FC.Unknown',
  ].map((code) => ({ kind: 'error', code }) as const),
  { kind: 'timeout' },
];

/** What became of a Task that is answered with the same fault every time. */
export type Fate =
  /** A Catch took it, of the Task itself or of a scope around it. */
  | { readonly kind: 'caught'; readonly by: StateId; readonly target: StateId; readonly error: string }
  /** A distributed Map went on without the item. */
  | { readonly kind: 'tolerated'; readonly by: StateId; readonly error: string }
  /** Nobody did: the execution ended with it. */
  | { readonly kind: 'fatal'; readonly error: string }
  /** The call is never answered and has no Timeout: the run stands there. */
  | { readonly kind: 'hangs' }
  /** With this input and these answers the run does not come to the Task. */
  | { readonly kind: 'not-reached' }
  /** The fault made no difference to how the run goes on. */
  | { readonly kind: 'ignored' };

export interface FaultCell {
  readonly task: StateId;
  readonly fault: Fault;
  /** Retries before the fate. */
  readonly retries: number;
  readonly fate: Fate;
  /** Where the run ended: its status and the last state it was in. */
  readonly status: RunStatus;
  readonly endsIn: StateId | undefined;
  /** The run as a scenario: what a press on the cell opens. */
  readonly scenario: Scenario;
}

export interface FaultMatrix {
  readonly tasks: readonly StateId[];
  readonly faults: readonly Fault[];
  /** One row a Task, one cell a fault. */
  readonly rows: readonly (readonly FaultCell[])[];
}

export const tasksOf = (flow: Flow): readonly TaskState[] =>
  allStates(flow).filter((state): state is TaskState => state.type === 'Task');

/** Runs every Task against every fault, all else as in the scenario. */
export function faultMatrix(
  scenario: Scenario,
  flow: Flow,
  makeWorld: MakeWorld,
  faults: readonly Fault[] = faultTable,
): FaultMatrix {
  const tasks = tasksOf(flow);
  const rows = tasks.map((task) => faults.map((fault) => faultCell(scenario, flow, makeWorld, task.id, fault)));
  return { tasks: tasks.map(({ id }) => id), faults, rows };
}

/** One cell: the run in which one Task meets one fault whenever it is called. */
export function faultCell(
  scenario: Scenario,
  flow: Flow,
  makeWorld: MakeWorld,
  task: StateId,
  fault: Fault,
): FaultCell {
  const faulty = withFault(scenario, flow, task, fault);
  const { run } = playScenario(faulty, flow, approving(makeWorld));
  return {
    task,
    fault,
    retries: run.decisions.filter(({ kind, state }) => kind === 'retry' && state === task).length,
    fate: fateOf(run, task),
    status: run.status,
    endsIn: run.events.findLast(({ type }) => type === 'StepEntered')?.state,
    scenario: openable(faulty, run, flow, fault, task),
  };
}

/** Cards are tried in order, so the fault goes first. States of one name share their answers (scenario files). */
function withFault(scenario: Scenario, flow: Flow, task: StateId, fault: Fault): Scenario {
  const state = stateNameOf(task);
  const common = { latencyMs: 0, times: 1 };
  const answer: Answer =
    fault.kind === 'timeout'
      ? { ...common, kind: 'timeout' }
      : { ...common, kind: 'error', code: fault.code, detail: undefined };
  const own = statesNamed(flow, state).find(({ id }) => id === task);
  const action = own?.type === 'Task' ? own.action?.value : undefined;
  return {
    ...scenario,
    functions: [
      { match: { state, ...(action !== undefined && { action }) }, answers: [answer] },
      ...scenario.functions,
    ],
  };
}

/** Tokens nobody has scripted a report for succeed at once, or no Task after them would ever be reached. */
const approving =
  (makeWorld: MakeWorld): MakeWorld =>
  (wanted) => {
    const world = makeWorld(wanted);
    return {
      ...world,
      callback: (waiting) => {
        const scripted = world.callback?.(waiting);
        return scripted ?? (waiting.kind === 'custom-callback' ? { afterMs: 0, outcome: ok({}) } : undefined);
      },
    };
  };

function fateOf(run: Run, task: StateId): Fate {
  const attempt = run.events.findIndex((event) => isAttempt(event, task));
  const failure = run.events.find((event) => event.state === task && isFailure(event));
  if (attempt < 0 && !failure) return { kind: 'not-reached' };
  if (!failure) return run.status === 'Waiting' ? { kind: 'hangs' } : { kind: 'ignored' };
  const error = String(failure.detail['error'] ?? '');
  const around = run.decisions.find((decision) => isEnding(decision) && encloses(decision.state, task));
  if (around?.kind === 'catch') return { kind: 'caught', by: around.state, target: around.target, error };
  if (around?.kind === 'tolerated') return { kind: 'tolerated', by: around.state, error };
  return { kind: 'fatal', error };
}

const isAttempt = ({ type, state }: ExecutionEvent, task: StateId): boolean =>
  type === 'TaskScheduled' && state === task;
const isFailure = ({ type }: ExecutionEvent): boolean =>
  type === 'TaskFailed' || type === 'TaskTimedOut' || type === 'TaskSubmitFailed' || type === 'StepFailed';
const isEnding = ({ kind }: Decision): boolean => kind === 'catch' || kind === 'tolerated';

/** The state itself, or a Parallel or Map around it. */
const encloses = (outer: StateId, inner: StateId): boolean => inner === outer || inner.startsWith(`${outer}/`);

function openable(faulty: Scenario, run: Run, flow: Flow, fault: Fault, task: StateId): Scenario {
  const { mode, seed, startTime } = runOptionsOf(faulty, flow);
  const { status, output, error, path, virtualMs } = run;
  return recordScenario({
    flow: faulty.flow,
    name: `${stateNameOf(task)}: ${fault.kind === 'error' ? fault.code : fault.kind}`,
    mode,
    input: faulty.input,
    seed,
    startTime,
    functions: faulty.functions,
    facts: { status, output, error, path, virtualMs, calls: {} },
    events: run.events,
    keep: ['status', 'error', 'output', 'path'],
  });
}
