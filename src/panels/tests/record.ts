import type { JsonObject } from '../../base/index.ts';
import { answersOfRun } from './answers-of-run.ts';
import { type ExpectableFact, recordScenario, writeScenario } from '../../scenario/index.ts';
import { pathOf, type RunStatus } from '../../simulator/index.ts';
import { fileName, type KeptScenario, readInput, type WorkbenchState } from '../../workbench/index.ts';

/** The present run as a scenario file that expects the chosen facts of what has just happened. */
export function recordRun(state: WorkbenchState, title: string, keep: readonly ExpectableFact[]): KeptScenario {
  const { run, settings, flow } = state;
  const input = run.events[0]?.detail['input'] ?? readable(settings.input);
  const status: RunStatus =
    run.word === 'Ready' || run.word === 'Running' || run.word === 'Paused' ? 'Waiting' : run.word;
  const name = fileName(flow.name);
  const scenario = recordScenario({
    flow: `./${name}.fdl.yaml`,
    name: title.trim() === '' ? run.word : title.trim(),
    mode: 'Standard',
    input,
    seed: 1,
    startTime: run.startTime,
    functions: isFork(run) ? answersOfRun(run.events) : settings.cards,
    facts: {
      status,
      output: run.output,
      error: run.error,
      path: pathOf(run.events),
      virtualMs: run.virtualNow,
      calls: run.calls,
    },
    events: run.events,
    keep,
  });
  return { file: freeName(`${name}-${run.word.toLowerCase()}`, state), text: writeScenario(scenario) };
}

/** A fork has had answers of two kinds: those of before, and those of now. What it was really told is in its history. */
const isFork = ({ runs, current }: WorkbenchState['run']): boolean =>
  runs.some(({ id, parent }) => id === current && parent !== undefined);

const readable = (text: string): JsonObject => {
  const read = readInput(text);
  return read.ok ? read.value : {};
};

function freeName(base: string, { settings }: WorkbenchState): string {
  const taken = new Set(settings.scenarios.map(({ file }) => file));
  for (let i = 1; ; i += 1) {
    const file = `${base}${i === 1 ? '' : `-${i}`}.scenario.yaml`;
    if (!taken.has(file)) return file;
  }
}
