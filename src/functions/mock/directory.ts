import { failure, type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { ExecutionMode, Program, RunOptions, Session, TaskToken } from '../../simulator/index.ts';
import { eventRecord, eventsOf, machineAt, simulate } from '../../simulator/index.ts';
import type { Driver } from '../driver/model.ts';
import { messages } from '../messages.ts';
import type { WorldOptions } from '../world-options.ts';
import { createWorld } from '../world.ts';
import type { ExecutionRecord, Executions, StartRequest } from './executions.ts';
import { requestIdOf } from './request-id.ts';

/** A flow that can be started through the API. */
export interface DeployedFlow {
  readonly program: Program;
  readonly mode: ExecutionMode;
  readonly definition: string;
}
/** An execution under way: its driver and what the API shows beside it. */
export interface ListedExecution {
  readonly driver: Pick<Driver, 'getState' | 'tokenState' | 'report' | 'stop' | 'ended'>;
  readonly flowName: string;
  readonly name: string;
  readonly definition: string;
}

export interface DirectoryOptions {
  readonly flow: (name: string) => DeployedFlow | undefined;
  /** Starts an execution in the background and gives what is to be listed. */
  readonly launch: (flow: DeployedFlow, options: RunOptions, request: StartRequest) => ListedExecution;
  /** What answers the calls of flows that run to their end at once. */
  readonly world: () => WorldOptions;
  /** Epoch milliseconds at which executions begin. */
  readonly now: () => number;
}

/** All executions of a session, those started by hand and those started through the API. */
export interface ExecutionDirectory extends Executions {
  readonly add: (execution: ListedExecution) => void;
  readonly remove: (flowName: string, name: string) => void;
}

export function createExecutionDirectory(options: DirectoryOptions): ExecutionDirectory {
  const shelf = createShelf();
  const optionsFor = numberedOptions(options);
  return {
    add: shelf.add,
    remove: shelf.remove,
    modeOf: (flowName) =>
      options.flow(flowName)?.mode ?? (shelf.all().some((e) => e.flowName === flowName) ? 'Standard' : undefined),
    find: (flowName, name) => {
      const execution = shelf.find(flowName, name);
      return execution && recordOf(execution);
    },
    list: (flowName) =>
      shelf
        .all()
        .filter((execution) => execution.flowName === flowName)
        .map(recordOf),
    history: (flowName, name) => historyOf(shelf.find(flowName, name)?.driver.getState().session),
    start: (request) => {
      const flow = options.flow(request.flowName);
      if (!flow) return notStarted(request, options.now());
      const execution = options.launch(flow, optionsFor(request, 'Standard'), request);
      shelf.add(execution);
      reportWhenOver(shelf, execution, request);
      return recordOf(execution);
    },
    startSync: (request) => {
      const flow = options.flow(request.flowName);
      if (!flow) return notStarted(request, options.now());
      return runToEnd(flow, optionsFor(request, 'Express'), request, options.world());
    },
    stop: (flowName, name, error, cause) => {
      const execution = shelf.find(flowName, name);
      execution?.driver.stop(error, cause);
      return execution && recordOf(execution);
    },
    tokenState: (token) => shelf.holder(token)?.driver.tokenState(token) ?? 'unknown',
    report: (token, outcome) => shelf.holder(token)?.driver.report(token as TaskToken, outcome) ?? 0,
  };
}

/** The executions by flow and name, in the order in which they came. */
interface Shelf {
  readonly add: (execution: ListedExecution) => void;
  readonly remove: (flowName: string, name: string) => void;
  readonly find: (flowName: string, name: string) => ListedExecution | undefined;
  readonly all: () => readonly ListedExecution[];
  /** Whose token it is. */
  readonly holder: (token: string) => ListedExecution | undefined;
}

function createShelf(): Shelf {
  const listed = new Map<string, ListedExecution>();
  const keyOf = (flowName: string, name: string): string => JSON.stringify([flowName, name]);
  const all = (): readonly ListedExecution[] => [...listed.values()];
  return {
    add: (execution) => void listed.set(keyOf(execution.flowName, execution.name), execution),
    remove: (flowName, name) => void listed.delete(keyOf(flowName, name)),
    find: (flowName, name) => listed.get(keyOf(flowName, name)),
    all,
    holder: (token) => all().find(({ driver }) => driver.tokenState(token) !== 'unknown'),
  };
}

/** Options of the next execution: its own name, or one nobody else has; Express names get a tail of their own. */
function numberedOptions({ now }: DirectoryOptions): (request: StartRequest, mode: ExecutionMode) => RunOptions {
  let started = 0;
  return ({ flowName, executionName: given }, mode) => {
    started += 1;
    const unique = requestIdOf(now(), `${flowName}/${started}`);
    const executionName = mode === 'Express' ? `${given ?? 'run'}:${unique}` : (given ?? unique);
    return { executionName, mode, seed: started, startTime: now(), flowName };
  };
}

/** A started execution reports to the token it was given when it ends (cloud-apis B.5). */
function reportWhenOver(shelf: Shelf, execution: ListedExecution, { callbackToken: token }: StartRequest): void {
  if (token === undefined) return;
  void execution.driver.ended().then(() => {
    const parent = shelf.holder(token)?.driver;
    if (parent?.tokenState(token) === 'waiting') parent.report(token as TaskToken, endOf(recordOf(execution)));
  });
}

function endOf({ status, output, error }: ExecutionRecord): Result<Json, FlowError> {
  if (status === 'Succeeded') return ok(output ?? {});
  return failure(error ?? { code: `FnF.Execution${status}`, detail: messages.childEnded(status) });
}

/** The present end of the run, wherever the person looks at the moment. */
function recordOf({ driver, flowName, name, definition }: ListedExecution): ExecutionRecord {
  const { session } = driver.getState();
  const machine = machineAt(session, session.length);
  const { startTime } = session.options;
  const isOver = machine.status !== 'Idle' && machine.status !== 'Running';
  return {
    flowName,
    name,
    definition,
    input: inputOf(session),
    output: machine.output,
    status: machine.status === 'Idle' ? 'Starting' : machine.status,
    error: machine.error,
    startedTime: startTime,
    stoppedTime: isOver ? startTime + machine.now : undefined,
  };
}

const inputOf = (session: Session): ExecutionRecord['input'] =>
  eventsOf(session, session.length)[0]?.detail['input'] ?? {};

function historyOf(session: Session | undefined): ReturnType<Executions['history']> {
  if (!session) return [];
  return eventsOf(session, session.length).map((event) => eventRecord(event, session.options.startTime));
}

function runToEnd(
  flow: DeployedFlow,
  options: RunOptions,
  request: StartRequest,
  world: WorldOptions,
): ExecutionRecord {
  const run = simulate(flow.program, options, request.input, createWorld(world));
  const { machine } = run;
  return {
    flowName: request.flowName,
    name: options.executionName,
    definition: flow.definition,
    input: request.input,
    output: machine.output,
    status: machine.status === 'Idle' ? 'Starting' : machine.status,
    error: machine.error,
    startedTime: options.startTime,
    stoppedTime: options.startTime + run.virtualMs,
  };
}

/** The flow went away between two questions. */
const notStarted = (request: StartRequest, at: number): ExecutionRecord => ({
  flowName: request.flowName,
  name: request.executionName ?? '',
  definition: '',
  input: request.input,
  output: undefined,
  status: 'Failed',
  error: undefined,
  startedTime: at,
  stoppedTime: at,
});
