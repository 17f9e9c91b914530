import { isMap, isScalar } from 'yaml';
import { failure, type Json, type JsonObject, ok, type Result } from '../../base/index.ts';
import type { ExecutionMode, RunStatus } from '../../simulator/index.ts';
import type { FunctionCard } from '../answer.ts';
import { messages } from '../messages.ts';
import type { ErrorPattern, Expectations, Scenario, ScenarioProblem, ScriptedCallback } from '../scenario.ts';
import { functionCard } from './read-answer.ts';
import {
  boundedText,
  duration,
  instant,
  integer,
  jsonObject,
  list,
  map,
  needsOneOf,
  oneOf,
  record,
  text,
  wholeNumber,
} from './readers.ts';
import { json, openReading, type Read, report, sourceText } from './yaml-reader.ts';

const modes: readonly ExecutionMode[] = ['Standard', 'Express'];
const statuses: readonly RunStatus[] = ['Succeeded', 'Failed', 'TimedOut', 'Stopped', 'Waiting', 'Invalid'];

interface FailFields {
  readonly error: string;
  readonly cause: string;
}
interface CallbackFields {
  readonly state: string;
  readonly after: number;
  readonly succeed: JsonObject;
  readonly fail: Partial<FailFields>;
}
const callbackFields = map<CallbackFields>(
  {
    state: text,
    after: duration,
    succeed: jsonObject,
    // The limits of ReportTaskFailed (cloud-apis, B.3).
    fail: map<FailFields>(
      { error: boundedText(1, 128, messages.kinds.errorName), cause: boundedText(0, 4096, messages.kinds.cause) },
      ['error'],
    ),
  },
  ['state'],
);

const callback: Read<ScriptedCallback> = (spot) => {
  const given = callbackFields(spot);
  if (!given || !needsOneOf(spot, ['succeed', 'fail']) || given.state === undefined) return undefined;
  const base = { state: given.state, afterMs: given.after ?? 0 };
  if (given.succeed) return { ...base, outcome: ok(given.succeed) };
  if (given.fail?.error === undefined) return undefined;
  return { ...base, outcome: failure({ code: given.fail.error, detail: given.fail.cause ?? '' }) };
};

interface ExpectFields {
  readonly status: RunStatus;
  readonly error: Partial<ErrorPattern>;
  readonly output: Json;
  readonly outputMatches: Json;
  readonly path: readonly string[];
  readonly virtualDuration: number;
  readonly visits: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, number>>;
}
const expectFields = map<ExpectFields>({
  status: oneOf(statuses),
  error: map<Required<ErrorPattern>>({ code: text, detail: text }),
  output: json,
  outputMatches: json,
  path: list(text),
  virtualDuration: duration,
  visits: record(wholeNumber(0)),
  calls: record(wholeNumber(0)),
});

const expectations: Read<Expectations> = (spot) => {
  if (isScalar(spot.node) && spot.node.value === null) return {};
  const given = expectFields(spot);
  if (!given) return undefined;
  const { virtualDuration, ...rest } = given;
  return { ...rest, ...(virtualDuration === undefined ? {} : { virtualDurationMs: virtualDuration }) };
};

interface ScenarioFields {
  readonly flow: string;
  readonly name: string;
  readonly mode: ExecutionMode;
  readonly input: Json;
  readonly seed: number;
  readonly startTime: number;
  readonly functions: readonly FunctionCard[];
  readonly callbacks: readonly ScriptedCallback[];
  readonly expect: Expectations;
}
const scenarioFields = map<ScenarioFields>({
  flow: text,
  name: text,
  mode: oneOf(modes),
  input: json,
  seed: integer,
  startTime: instant,
  functions: list(functionCard),
  callbacks: list(callback),
  expect: expectations,
});

/** Reads a scenario file, YAML or JSON. Anything wrong is reported with line, key and what is allowed (ruling R43). */
export function readScenario(fileText: string): Result<Scenario, readonly ScenarioProblem[]> {
  try {
    return read(fileText);
  } catch (error) {
    // The YAML library recurses; a file nested thousands of levels deep ends its stack, not our program.
    if (error instanceof RangeError) return failure([{ line: 1, column: 1, key: '', message: messages.tooDeep }]);
    throw error;
  }
}

/** The name in a scenario file that may be wrong elsewhere; `undefined` where none can be made out. */
export function scenarioName(fileText: string): string | undefined {
  try {
    const { node } = openReading(fileText).top;
    return isMap(node) ? sourceText(node.get('name', true) ?? null) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(fileText: string): Result<Scenario, readonly ScenarioProblem[]> {
  const { reading, top } = openReading(fileText);
  if (reading.problems.length > 0) return failure(reading.problems);
  if (top.node === null || (isScalar(top.node) && top.node.value === null)) report(top, messages.emptyFile);
  const given = reading.problems.length > 0 ? undefined : scenarioFields(top);
  if (!given || reading.problems.length > 0) return failure(reading.problems);
  return ok({
    flow: given.flow,
    name: given.name,
    mode: given.mode,
    input: given.input === undefined ? {} : given.input,
    seed: given.seed,
    startTime: given.startTime,
    functions: given.functions ?? [],
    callbacks: given.callbacks ?? [],
    expect: given.expect ?? {},
  });
}

/** `order.scenario.yaml:7:5 functions[0].answres: Unknown key …`: one line a person can click. */
export function describeProblem(file: string, problem: ScenarioProblem): string {
  const key = problem.key === '' ? '' : `${problem.key}: `;
  return `${file}:${problem.line}:${problem.column} ${key}${problem.message}`;
}
