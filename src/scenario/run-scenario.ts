import type { Json } from '../base/index.ts';
import { checkFlow, diagnosticRecord, type Flow, type Source, statesNamed } from '../fdl/index.ts';
import {
  compileProgram,
  type ExecutionMode,
  type Run,
  type RunOptions,
  type RunReport,
  runReport,
  simulate,
  type World,
} from '../simulator/index.ts';
import type { CallMatch } from './answer.ts';
import { type AnswerBook, createAnswers } from './answers.ts';
import { compareExpectations } from './expectations.ts';
import { messages } from './messages.ts';
import type { Scenario, ScriptedCallback } from './scenario.ts';

/** What stands behind the services of a scenario's run, and what it remembers about it. */
export interface ScenarioWorld extends World {
  readonly calls: () => Readonly<Record<string, number>>;
  readonly unusedCallbacks: () => readonly ScriptedCallback[];
}
export interface WorldWanted {
  readonly answers: AnswerBook;
  readonly callbacks: readonly ScriptedCallback[];
  readonly startTime: number;
}
/** The layer with the mocks gives this; here nobody knows of requests. */
export type MakeWorld = (wanted: WorldWanted) => ScenarioWorld;

/** How a scenario came out. Without `run` the flow was not started; `failures` then says why. */
export interface Verdict {
  readonly ok: boolean;
  readonly failures: readonly string[];
  /** What a person should know though nothing failed: entries that did nothing. */
  readonly notes: readonly string[];
  readonly run: Run | undefined;
  readonly report: RunReport | undefined;
}

/** The same flow, input and answers give the same run everywhere, so time and seed have fixed values when not given. */
export const defaultSeed = 1;
export const defaultStartTime = 1_767_225_600_000;

/** The options of a scenario's run. */
export function runOptionsOf(scenario: Scenario, flow: Flow): RunOptions {
  return {
    executionName: 'run',
    mode: scenario.mode ?? 'Standard',
    seed: scenario.seed ?? defaultSeed,
    startTime: scenario.startTime ?? defaultStartTime,
    flowName: flow.name?.value ?? 'flow',
  };
}

/** A scenario's run without looking at what it expects. */
export interface PlayedScenario {
  readonly run: Run;
  readonly report: RunReport;
  readonly calls: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

export function playScenario(scenario: Scenario, flow: Flow, makeWorld: MakeWorld): PlayedScenario {
  const options = runOptionsOf(scenario, flow);
  const answers = createAnswers(scenario.functions);
  const world = makeWorld({ answers, callbacks: scenario.callbacks, startTime: options.startTime });
  const run = simulate(compileProgram(flow), options, scenario.input, world);
  return {
    run,
    report: runReport(run),
    calls: world.calls(),
    notes: [...unusedEntries(scenario, answers), ...unusedCallbacks(scenario, world), ...unknownStates(scenario, flow)],
  };
}

/** Runs a scenario and compares with its `expect`. A flow with errors is not started (ruling R16). */
export function judgeScenario(scenario: Scenario, source: Source, makeWorld: MakeWorld): Verdict {
  const problems = flowErrors(source, scenario.mode ?? 'Standard');
  if (problems.length > 0) return { ok: false, failures: problems, notes: [], run: undefined, report: undefined };
  const { run, report, calls, notes } = playScenario(scenario, source.flow, makeWorld);
  const facts = { ...report, output: report.output, error: report.error, calls };
  const failures = [...unforeseenRefusal(report, scenario), ...compareExpectations(facts, scenario.expect)];
  return { ok: failures.length === 0, failures, notes, run, report };
}

/** A run that was refused at its start tests nothing, unless just that is expected. */
function unforeseenRefusal({ status, error }: RunReport, { expect }: Scenario): readonly string[] {
  if (status !== 'Invalid' || expect.status !== undefined || expect.error !== undefined) return [];
  return [messages.refused(error?.code ?? status, error?.detail ?? '')];
}

function flowErrors(source: Source, mode: ExecutionMode): readonly string[] {
  return checkFlow(source, { mode })
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map((diagnostic) => {
      const { line, column, code, message } = diagnosticRecord(source, diagnostic);
      return messages.flowInvalid(`${line}:${column}`, code, message);
    });
}

function unusedEntries(scenario: Scenario, answers: AnswerBook): readonly string[] {
  const used = answers.used();
  return scenario.functions.flatMap(({ match }, index) => {
    return (used[index] ?? 0) > 0 ? [] : [messages.notes.unusedEntry(index, describeMatch(match))];
  });
}

const describeMatch = (match: CallMatch): string =>
  Object.entries(match)
    .map(([key, value]: [string, Json]) => `${key}: ${String(value)}`)
    .join(', ');

function unusedCallbacks(scenario: Scenario, world: ScenarioWorld): readonly string[] {
  const unused = new Set(world.unusedCallbacks());
  return scenario.callbacks.flatMap((callback, index) => {
    return unused.has(callback) ? [messages.notes.unusedCallback(index, callback.state)] : [];
  });
}

/** Names that no state of the flow has: most often a typing mistake. */
function unknownStates({ functions, callbacks, expect }: Scenario, flow: Flow): readonly string[] {
  const named: (readonly [string, string | undefined])[] = [
    ...functions.map(({ match }, i) => [`functions[${i}].match.state`, match.state] as const),
    ...callbacks.map(({ state }, i) => [`callbacks[${i}].state`, state] as const),
    ...Object.keys(expect.visits ?? {}).map((name) => ['expect.visits', name] as const),
  ];
  return named.flatMap(([where, name]) => {
    return name === undefined || statesNamed(flow, name).length > 0 ? [] : [messages.notes.unknownState(where, name)];
  });
}
