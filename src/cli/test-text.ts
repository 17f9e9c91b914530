import type { Coverage } from '../scenario/index.ts';
import { messages } from './messages.ts';
import type { ScenarioResult } from './scenario-result.ts';

const say = messages.test;

/** One scenario's outcome, for people. */
export function describeResult({ file, name, ok, failures, notes = [] }: ScenarioResult): readonly string[] {
  const title = `${name} (${file})`;
  return [ok ? say.passed(title) : say.failed(title), ...failures.map(say.failure), ...notes.map(say.note)];
}

/** Counts per kind, and by name what no scenario went through. */
export function describeCoverage(coverage: Coverage): readonly string[] {
  const parts = Object.entries(coverage).flatMap(([kind, { covered, total, missing }]) => {
    return [say.coverage(kind, covered, total), ...missing.map(say.uncovered)];
  });
  return [say.coverageTitle, ...parts];
}
