import { patternsReady, type Source } from '../../fdl/index.ts';
import { createWorld } from '../../functions/index.ts';
import { describeProblem, judgeScenario, type MakeWorld, readScenario } from '../../scenario/index.ts';
import type { KeptScenario } from '../../workbench/index.ts';

/** How a scenario came out: what failed, or what else to know. */
export interface Checked {
  readonly name: string;
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
  createWorld({ answers, callbacks, settings: { startTime } });

/** Runs scenario files against the present text: the same code, and so the same verdicts, as `fdl test`. */
export async function checkScenarios(
  scenarios: readonly KeptScenario[],
  source: Source,
): Promise<ReadonlyMap<string, Checked>> {
  const results = new Map<string, Checked>();
  for (const scenario of scenarios) {
    results.set(scenario.file, await checkScenario(scenario, source));
    // One at a time, so that the page stays alive between two long ones.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return results;
}

async function checkScenario({ file, text }: KeptScenario, source: Source): Promise<Checked> {
  const read = readScenario(text);
  if (!read.ok) return { name: file, ok: false, lines: read.error.map((problem) => describeProblem(file, problem)) };
  await patternsReady();
  const { ok, failures, notes } = judgeScenario(read.value, source, makeWorld);
  return { name: read.value.name ?? file, ok, lines: ok ? notes : failures };
}
