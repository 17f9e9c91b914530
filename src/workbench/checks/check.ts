/** Runs scenarios and errors against a text: the same code, and so the same verdicts, as `fdl test`. Loaded on demand. */
import type { JsonObject } from '../../base/index.ts';
import { type Outlet, patternsReady, type Source, type StateId } from '../../fdl/index.ts';
import { createWorld } from '../../functions/index.ts';
import {
  type Coverage,
  type CoverageItem,
  createCoverage,
  describeProblem,
  emptyScenario,
  type FaultCell,
  faultCell,
  type FaultMatrix,
  faultTable,
  firstFailure,
  judgeScenario,
  type MakeWorld,
  readScenario,
  tasksOf,
} from '../../scenario/index.ts';
import type { FlowSettings, KeptScenario } from '../model.ts';
import type { Checked, NodeMark } from './model.ts';

const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
  createWorld({ answers, callbacks, settings: { startTime } });

export interface Report {
  readonly results: ReadonlyMap<string, Checked>;
  readonly coverage: Coverage;
  readonly marks: ReadonlyMap<StateId, NodeMark>;
  readonly untaken: ReadonlyMap<StateId, readonly Outlet[]>;
}
type Tell = (done: number, of: number) => Promise<void>;

/** One after the other; `tell` gives the page a turn in between. */
export async function checkScenarios(scenarios: readonly KeptScenario[], source: Source, tell: Tell): Promise<Report> {
  await patternsReady();
  const sheet = createCoverage(source.flow);
  const results = new Map<string, Checked>();
  for (const [i, scenario] of scenarios.entries()) {
    await tell(i, scenarios.length);
    results.set(scenario.file, checkScenario(scenario, source, sheet.add));
  }
  const items = sheet.items();
  const marks = new Map([...coverageMarks(items), ...failureMarks(results.values())]);
  return { results, coverage: sheet.report(), marks, untaken: untakenWays(items) };
}

function checkScenario(
  { file, text }: KeptScenario,
  source: Source,
  cover: ReturnType<typeof createCoverage>['add'],
): Checked {
  const read = readScenario(text);
  if (!read.ok) {
    return {
      name: file,
      ok: false,
      lines: read.error.map((problem) => describeProblem(file, problem)),
      place: undefined,
    };
  }
  const { ok, failures, notes, run } = judgeScenario(read.value, source, makeWorld);
  if (run) cover(run);
  const place = ok || !run ? undefined : firstFailure(run, read.value.expect);
  const state = place?.state;
  return {
    name: read.value.name ?? file,
    ok,
    lines: ok ? notes : failures,
    place: place && state !== undefined ? { state, event: place.event } : undefined,
  };
}

/** Branches, catches and other ways out that no run took. */
export function untakenWays(items: readonly CoverageItem[]): ReadonlyMap<StateId, readonly Outlet[]> {
  const ways = new Map<StateId, Outlet[]>();
  for (const { state, outlet, covered } of items) {
    if (covered || !outlet) continue;
    const own = ways.get(state);
    if (own) own.push(outlet);
    else ways.set(state, [outlet]);
  }
  return ways;
}

/** A state is covered when it was entered, partly when something about it is still missing. */
export function coverageMarks(items: readonly CoverageItem[]): ReadonlyMap<StateId, NodeMark> {
  const byState = new Map<StateId, CoverageItem[]>();
  for (const item of items) {
    const own = byState.get(item.state);
    if (own) own.push(item);
    else byState.set(item.state, [item]);
  }
  return new Map([...byState].map(([state, own]) => [state, markOf(own)]));
}

function markOf(items: readonly CoverageItem[]): NodeMark {
  const missing = items.filter(({ covered }) => !covered);
  const entered = items.some(({ kind, covered }) => kind === 'states' && covered);
  const lines = missing.map(({ text }) => text);
  return { kind: !entered ? 'uncovered' : missing.length > 0 ? 'partly' : 'covered', lines };
}

function failureMarks(results: Iterable<Checked>): readonly (readonly [StateId, NodeMark])[] {
  return [...results].flatMap(({ ok, place, name, lines }) => {
    return ok || !place
      ? []
      : [[place.state, { kind: 'differs', lines: [name, ...lines] } satisfies NodeMark] as const];
  });
}

/** Every Task against every error, a cell at a time. */
export async function tryFaults(
  { input, cards: functions, callbacks }: { readonly input: JsonObject } & Pick<FlowSettings, 'cards' | 'callbacks'>,
  source: Source,
  tell: Tell,
): Promise<FaultMatrix> {
  const scenario = { ...emptyScenario, input, functions, callbacks };
  await patternsReady();
  const { flow } = source;
  const tasks = tasksOf(flow).map(({ id }) => id);
  const rows: FaultCell[][] = [];
  for (const [i, task] of tasks.entries()) {
    await tell(i, tasks.length);
    rows.push(faultTable.map((fault) => faultCell(scenario, flow, makeWorld, task, fault)));
  }
  return { tasks, faults: faultTable, rows };
}
