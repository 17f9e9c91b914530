/**
 * The heavy half of running, loaded with the first run: engine, driver, clients and the mocked cloud. It holds the one
 * run of the page and tells the controller when something of it has changed.
 */
import type { Json, JsonObject, Result } from '../../base/index.ts';
import { type Flow, type FlowError, readSource } from '../../fdl/index.ts';
import {
  type Breaks,
  createCallbackClient,
  createDriver,
  createExecutionDirectory,
  createFunctionClient,
  type Driver,
  type DriverState,
  type DriverWorld,
  type ListedExecution,
  type Pace,
} from '../../functions/index.ts';
import { createAnswers, type FunctionCard } from '../../scenario/index.ts';
import { compileProgram, type Program, type RunOptions, type TaskToken } from '../../simulator/index.ts';
import { listFlows, readFlow } from '../library/library.ts';
import type { Mocking, Ports } from '../ports.ts';
import type { ReportAnswer } from './model.ts';

export interface Starting {
  readonly flow: Flow;
  readonly text: string;
  readonly flowName: string;
  readonly input: JsonObject;
  readonly run: boolean;
  readonly pace: Pace;
  readonly breaks: Breaks;
  readonly startTime: number;
}
export interface Engine {
  readonly start: (starting: Starting, changed: (state: DriverState) => void) => FlowError | undefined;
  readonly driver: () => Driver | undefined;
  readonly report: (token: TaskToken, outcome: Result<Json, FlowError>, written?: string) => Promise<ReportAnswer>;
  readonly setCards: (cards: readonly FunctionCard[]) => void;
  /** What answers calls from now on. */
  readonly world: () => DriverWorld;
  readonly dispose: () => void;
}

export function createEngine(ports: Ports, mocking: Mocking, cards: () => readonly FunctionCard[]): Engine {
  const functions = createFunctionClient(mocking.transport, mocking.cloud);
  const callbacks = createCallbackClient(mocking.transport);
  let driver: Driver | undefined;
  let runs = 0;

  const world = (): DriverWorld => ({ cards: cards(), children: (name) => childProgram(ports, name) });
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
    world: () => ({ answers: createAnswers(cards()) }),
    now: ports.now,
  });
  mocking.cloud.setExecutions(directory);

  function open(program: Program, options: RunOptions, onChange: (state: DriverState) => void): Driver {
    return createDriver({ program, options, client: functions, world: world(), ports, onChange });
  }

  return {
    driver: () => driver,
    world,
    setCards: mocking.cloud.setCards,
    start: ({ flow, text, flowName, input, run, pace, breaks, startTime }, changed) => {
      driver?.dispose();
      runs += 1;
      const executionName = `run-${runs}`;
      const options: RunOptions = { executionName, mode: 'Standard', seed: 1, startTime, flowName };
      driver = open(compileProgram(flow), options, changed);
      driver.setPace(pace);
      driver.setBreaks(breaks);
      directory.add({ driver, flowName, name: executionName, definition: text });
      return driver.start(input, { run });
    },
    report: async (token, outcome, written) => {
      const answer = await callbacks.report(token, outcome, written);
      if (answer.ok) return { ok: true, value: true };
      return { ok: false, error: { code: answer.error.code, detail: answer.error.message } };
    },
    dispose: () => {
      driver?.dispose();
      driver = undefined;
    },
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
