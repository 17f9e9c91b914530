/**
 * The heavy half of running, loaded with the first run: engine, drivers, clients and the mocked cloud. It holds the runs
 * of the page and tells the controller when something of them has changed.
 */
import type { Json, JsonObject, Result } from '../../base/index.ts';
import { type FlowError, readSource } from '../../fdl/index.ts';
import {
  type Breaks,
  createCallbackClient,
  createDriver,
  createExecutionDirectory,
  createFunctionClient,
  type Driver,
  type DriverGlance,
  type DriverWorld,
  type ListedExecution,
  type Pace,
} from '../../functions/index.ts';
import { createAnswers, type FunctionCard, type ScriptedCallback } from '../../scenario/index.ts';
import { compileProgram, type Program, type RunOptions, type TaskToken } from '../../simulator/index.ts';
import { listFlows, readFlow } from '../library/library.ts';
import type { Mocking, Ports } from '../ports.ts';
import type { ReportAnswer, RunId } from './model.ts';
import { createRunTree, type RunTree } from './run-tree.ts';

export interface Starting {
  /** What is run, and the text it was read from. */
  readonly program: Program;
  readonly text: string;
  readonly flowName: string;
  readonly input: JsonObject;
  readonly run: boolean;
  readonly pace: Pace;
  readonly breaks: Breaks;
  readonly startTime: number;
}
export interface Engine {
  readonly start: (starting: Starting, changed: (now: DriverGlance) => void) => FlowError | undefined;
  readonly runs: RunTree;
  /** The run shown. */
  readonly driver: () => Driver | undefined;
  /** Leaves the run shown as it is and shows a branch of it from the moment shown, with the answers as they are now. */
  readonly fork: () => Driver | undefined;
  readonly report: (
    token: TaskToken,
    outcome: Result<Json, FlowError>,
    written?: string,
    run?: RunId,
  ) => Promise<ReportAnswer>;
  readonly setCards: (cards: readonly FunctionCard[]) => void;
  /** What answers calls from now on. */
  readonly world: () => DriverWorld;
  readonly dispose: () => void;
}

/** What the person has said about the outside: answers and reports. */
export interface Said {
  readonly cards: readonly FunctionCard[];
  readonly callbacks: readonly ScriptedCallback[];
}

export function createEngine(ports: Ports, mocking: Mocking, said: () => Said): Engine {
  const functions = createFunctionClient(mocking.transport, mocking.cloud);
  const callbacks = createCallbackClient(mocking.transport);
  const runs = createRunTree();
  let started = 0;

  const world = (): DriverWorld => {
    const { cards, callbacks } = said();
    return { cards, callbacks, children: (name) => childProgram(ports, name) };
  };
  const directory = createExecutionDirectory({
    flow: (name) => {
      const text = keptText(ports, name);
      return text === undefined ? undefined : { program: programOf(text), mode: 'Standard', definition: text };
    },
    launch: (flow, options, request): ListedExecution => {
      const launched = open(flow.program, options, () => undefined);
      launched.start(request.input);
      return { driver: launched, flowName: request.flowName, name: options.executionName, definition: flow.definition };
    },
    world: () => ({ answers: createAnswers(said().cards) }),
    now: ports.now,
  });
  mocking.cloud.setExecutions(directory);

  function open(program: Program, options: RunOptions, onChange: (now: DriverGlance) => void): Driver {
    return createDriver({ program, options, client: functions, world: world(), ports, onChange });
  }

  return {
    runs,
    driver: runs.shown,
    fork: () => runs.fork(world()),
    world,
    setCards: mocking.cloud.setCards,
    start: ({ program, text, flowName, input, run, pace, breaks, startTime }, changed) => {
      started += 1;
      const executionName = `run-${started}`;
      const options: RunOptions = { executionName, mode: 'Standard', seed: 1, startTime, flowName };
      const driver = open(program, options, changed);
      driver.setPace(pace);
      driver.setBreaks(breaks);
      const root = runs.start(driver, said().cards);
      directory.add({ driver: runs.execution(root), flowName, name: executionName, definition: text });
      return driver.start(input, { run });
    },
    report: async (token, outcome, written, run) => {
      runs.aim(token, run);
      const answer = await callbacks.report(token, outcome, written);
      runs.aim(token, undefined);
      if (answer.ok) return { ok: true, value: true };
      return { ok: false, error: { code: answer.error.code, detail: answer.error.message } };
    },
    dispose: runs.dispose,
  };
}

const programOf = (text: string): Program => compileProgram(readSource(text).flow);

/** A flow of this browser by the name other flows call it by. */
function keptText(ports: Ports, name: string): string | undefined {
  for (const entry of listFlows(ports.storage)) {
    const kept = readFlow(ports.storage, entry.id);
    if (!kept) continue;
    if (entry.name === name || readSource(kept.text).flow.name?.value === name) return kept.text;
  }
  return undefined;
}
function childProgram(ports: Ports, name: string): Program | undefined {
  const text = keptText(ports, name);
  return text === undefined ? undefined : programOf(text);
}
