/**
 * `npm run bench -- debugger`: what a move to another moment costs at 5,000 events (everything that is computed for the
 * page, without drawing it), what the fault matrix of ten Tasks costs, and stepping through 1,000 states in the page.
 * `--only=moves|whole|stepping` for one of them.
 */
import { readSource } from '../src/fdl/index.ts';
import { createDriver, createWorld, type Driver } from '../src/functions/index.ts';
import { emptyScenario, faultMatrix, faultTable, type MakeWorld } from '../src/scenario/index.ts';
import {
  compileProgram,
  cursorOfEvent,
  eventsOf,
  lanesOf,
  momentOf,
  stillHolds,
  visitsOf,
} from '../src/simulator/index.ts';
import { noRun } from '../src/workbench/run/no-run.ts';
import { snapshotOf } from '../src/workbench/run/snapshot.ts';
import { stepping } from './debugger/stepping.ts';
import { choiceLoop, mapOfThree, tasks, type Workload } from './engine/flows.ts';
import { median, percentile, printTable, timeWarm } from './support/measure.ts';

const options = { executionName: 'bench', mode: 'Standard', seed: 1, startTime: 0 } as const;
const ports = {
  now: () => performance.now(),
  later: (milliseconds: number, task: () => void) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

async function play(workload: Workload): Promise<Driver> {
  const program = compileProgram(readSource(workload.fdl).flow);
  const client = { invoke: async (call: never, respond: (call: never) => never) => respond(call) };
  const driver = createDriver({ program, options, client: client as never, world: { cards: [] }, ports });
  driver.start(workload.input as never);
  await driver.settled();
  return driver;
}

/** Milliseconds of every single move of a walk all over the run. */
async function moves(workload: Workload) {
  const driver = await play(workload);
  const { session } = driver.getState();
  const count = eventsOf(session, session.length).length;
  let shown = snapshotOf(driver.getState(), noRun('instant'));
  const times: number[] = [];
  for (let i = 0; i < 300; i += 1) {
    const event = 1 + ((i * 7919) % count);
    const started = performance.now();
    driver.moveTo(cursorOfEvent(session, event));
    const state = driver.getState();
    shown = snapshotOf(state, { ...noRun('instant'), ...shown });
    const events = shown.events.slice(0, shown.shown);
    const visit = visitsOf(events, shown.decisions).at(-1);
    if (visit) momentOf(state.session, visit);
    lanesOf(events);
    if (i >= 20) times.push(performance.now() - started);
  }
  return {
    run: workload.name,
    events: count,
    'median ms': median(times),
    'p95 ms': percentile(times, 0.95),
    'most ms': Math.max(...times),
  };
}

async function whole(): Promise<void> {
  const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
    createWorld({ answers, callbacks, settings: { startTime } });
  const ten = readSource(tasks(10).fdl).flow;
  const matrix = await timeWarm(() => faultMatrix(emptyScenario, ten, makeWorld), 5);
  const { session } = (await play(choiceLoop(1_000))).getState();
  const holds = await timeWarm(() => stillHolds(session, session.program), 5);
  printTable('Whole runs', [
    { what: `fault matrix, 10 Tasks × ${faultTable.length}`, 'median ms': median(matrix), 'limit ms': 2_000 },
    { what: 'does a run of 5,000 events still hold', 'median ms': median(holds), 'limit ms': 100 },
  ]);
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const wanted = (name: string): boolean => only === undefined || only === name;

if (wanted('moves')) {
  printTable('One move to another moment (limit: 16 ms)', [
    await moves(choiceLoop(1_000)),
    await moves(tasks(1_000)),
    await moves(mapOfThree(1_000)),
  ]);
}
if (wanted('whole')) await whole();
if (wanted('stepping')) await stepping();
