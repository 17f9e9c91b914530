import type { Json, JsonObject, Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { ExecutionMode, RunStatus } from '../simulator/index.ts';
import type { FunctionCard } from './answer.ts';

/** A run as a file (product contract, section 6): what goes in, what the world answers, what must come out. */
export interface Scenario {
  /** Path of the flow file, relative to the scenario file. */
  readonly flow: string | undefined;
  readonly name: string | undefined;
  readonly mode: ExecutionMode | undefined;
  /** Any JSON: an input that is no object is refused by the run, as the service does (ruling R17). */
  readonly input: Json;
  readonly seed: number | undefined;
  /** Milliseconds since 1970. */
  readonly startTime: number | undefined;
  readonly functions: readonly FunctionCard[];
  readonly callbacks: readonly ScriptedCallback[];
  readonly expect: Expectations;
}

/** Each new waiting token of `state` takes the first unused entry; it is reported `afterMs` later (ruling R3). */
export interface ScriptedCallback {
  readonly state: string;
  readonly afterMs: number;
  readonly outcome: Result<JsonObject, FlowError>;
}

/** Every given key must hold. */
export interface Expectations {
  readonly status?: RunStatus;
  readonly error?: ErrorPattern;
  readonly output?: Json;
  readonly outputMatches?: Json;
  readonly path?: readonly string[];
  readonly virtualDurationMs?: number;
  readonly visits?: Readonly<Record<string, number>>;
  readonly calls?: Readonly<Record<string, number>>;
}
export interface ErrorPattern {
  readonly code?: string;
  readonly detail?: string;
}

export const emptyScenario: Scenario = {
  flow: undefined,
  name: undefined,
  mode: undefined,
  input: {},
  seed: undefined,
  startTime: undefined,
  functions: [],
  callbacks: [],
  expect: {},
};

/** What is wrong in a scenario file (ruling R43). Lines and columns count from 1; `key` is a path as people write it. */
export interface ScenarioProblem {
  readonly line: number;
  readonly column: number;
  readonly key: string;
  readonly message: string;
}
