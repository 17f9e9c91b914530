import { failure, ok, type Result } from '../base/index.ts';
import { describeProblem, readScenario, type Scenario } from '../scenario/index.ts';
import type { Io } from './io.ts';

/** Why there is no scenario: the file cannot be had (2) or is wrong (1). */
export interface NoScenario {
  readonly exit: 1 | 2;
  readonly reason: string;
}

/** Reads a scenario file; problems are told with file, line, key and what is allowed. */
export function loadScenario(path: string, io: Io): Result<Scenario, NoScenario> {
  const text = io.read(path);
  if (!text.ok) return failure({ exit: 2, reason: text.error });
  const scenario = readScenario(text.value);
  if (scenario.ok) return ok(scenario.value);
  return failure({ exit: 1, reason: scenario.error.map((problem) => describeProblem(path, problem)).join('\nfdl: ') });
}
