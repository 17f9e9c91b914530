/** The runs of the page: every start is a root, every fork a branch. Old runs stay as they were. */
import type { Json, Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { Driver, DriverState, DriverWorld, ListedExecution } from '../../functions/index.ts';
import type { FunctionCard } from '../../scenario/index.ts';
import { eventCount, machineAt, type TaskToken, waitingFor } from '../../simulator/index.ts';
import type { RunEntry, RunId } from './model.ts';

interface Kept {
  readonly id: RunId;
  readonly parent: RunId | undefined;
  readonly root: RunId;
  readonly forkedAt: number | undefined;
  readonly driver: Driver;
  /** What answers its calls. */
  cards: readonly FunctionCard[];
  /** Given up when another run was started; it can still be looked at. */
  over: boolean;
}

export interface RunTree {
  /** A new root, which is shown from now on. What still ran is given up. */
  readonly start: (driver: Driver, cards: readonly FunctionCard[]) => RunId;
  /** A branch of the run shown, from the moment shown; it is shown from now on. */
  readonly fork: (world: DriverWorld) => Driver | undefined;
  readonly shown: () => Driver | undefined;
  readonly current: () => RunId | undefined;
  readonly show: (id: RunId) => void;
  readonly remove: (id: RunId) => void;
  readonly driverOf: (id: RunId) => Driver | undefined;
  /** Hands the run shown other answers for what is still to come. */
  readonly answerWith: (world: DriverWorld) => void;
  readonly entries: () => readonly RunEntry[];
  /** All timelines of one execution, as the mocked service sees them: one. */
  readonly execution: (root: RunId) => ListedExecution['driver'];
  /** Where the next report on a token goes, when several runs wait with the same one. */
  readonly aim: (token: TaskToken, run: RunId | undefined) => void;
  readonly dispose: () => void;
}

const mostRuns = 16;

export function createRunTree(): RunTree {
  let kept: Kept[] = [];
  let current: RunId | undefined;
  let last = 0;
  const aims = new Map<TaskToken, RunId>();
  const find = (id: RunId | undefined): Kept | undefined => kept.find((run) => run.id === id);
  const entries = createEntries();

  const add = (run: Omit<Kept, 'id' | 'root' | 'over'>): RunId => {
    last += 1;
    kept.push({ ...run, id: last, root: find(run.parent)?.root ?? last, over: false });
    current = last;
    const oldest = kept.find(({ id, parent }) => id !== current && !isAncestor(kept, id) && parent !== current);
    if (kept.length > mostRuns && oldest) remove(oldest.id);
    return last;
  };
  const remove = (id: RunId): void => {
    const run = find(id);
    if (!run || id === current) return;
    run.driver.dispose();
    kept = kept.filter((each) => each !== run);
  };
  return {
    start: (driver, cards) => {
      for (const run of kept) giveUp(run);
      return add({ parent: undefined, forkedAt: undefined, driver, cards });
    },
    fork: (world) => {
      const from = find(current);
      if (!from) return undefined;
      const forkedAt = eventCount(from.driver.getState().session);
      const driver = from.driver.fork(world);
      add({ parent: from.id, forkedAt, driver, cards: world.cards });
      return driver;
    },
    shown: () => find(current)?.driver,
    current: () => current,
    show: (id) => {
      if (find(id)) current = id;
    },
    remove,
    driverOf: (id) => find(id)?.driver,
    answerWith: (world) => {
      const run = find(current);
      if (!run || run.over || run.cards === world.cards) return;
      run.cards = world.cards;
      run.driver.setWorld(world);
    },
    entries: () => entries(kept),
    execution: (root) => executionOf(root, { kept: () => kept, current: () => current, aims }),
    aim: (token, run) => void (run === undefined ? aims.delete(token) : aims.set(token, run)),
    dispose: () => {
      for (const { driver } of kept) driver.dispose();
      kept = [];
      current = undefined;
    },
  };
}

interface Timelines {
  readonly kept: () => readonly Kept[];
  readonly current: () => RunId | undefined;
  readonly aims: ReadonlyMap<TaskToken, RunId>;
}
function executionOf(root: RunId, { kept, current, aims }: Timelines): ListedExecution['driver'] {
  const find = (id: RunId | undefined): Kept | undefined => kept().find((run) => run.id === id);
  /** Who a report on the token goes to. */
  const holder = (token: string): Driver | undefined => {
    const holding = kept().filter((run) => run.root === root && run.driver.tokenState(token) !== 'unknown');
    return byClaim(holding, token, aims.get(token as TaskToken), current())[0]?.driver;
  };
  return {
    getState: () => (find(current())?.root === root ? find(current()) : find(root))?.driver.getState() ?? noState(),
    tokenState: (token) => holder(token)?.tokenState(token) ?? 'unknown',
    report: (token: TaskToken, outcome: Result<Json, FlowError>) => holder(token)?.report(token, outcome) ?? 0,
    stop: (error, cause) => find(root)?.driver.stop(error, cause),
    ended: () => find(root)?.driver.ended() ?? new Promise(() => undefined),
  };
}

/** The run aimed at comes first; without an aim one that still waits, then the one shown, then the newest. */
function byClaim(
  holding: readonly Kept[],
  token: string,
  aimed: RunId | undefined,
  current: RunId | undefined,
): readonly Kept[] {
  const rank = ({ id }: Kept): number => (id === aimed ? 0 : id === current ? 1 : 2);
  const waits = (run: Kept): number => (run.driver.tokenState(token) === 'waiting' ? 0 : 1);
  return holding.toSorted(
    (a, b) => (aimed === undefined ? waits(a) - waits(b) : 0) || rank(a) - rank(b) || b.id - a.id,
  );
}

function noState(): DriverState {
  throw new Error('an execution was asked for after it was removed');
}

/** Nothing of it moves any more; it stays to be looked at and compared with. */
function giveUp(run: Kept): void {
  if (run.over) return;
  run.over = true;
  run.driver.dispose();
}

function isAncestor(kept: readonly Kept[], id: RunId): boolean {
  return kept.some(({ parent }) => parent === id);
}

/** Entries that did not change are the same objects as before. */
function createEntries(): (kept: readonly Kept[]) => readonly RunEntry[] {
  const known = new Map<RunId, { readonly state: DriverState; readonly over: boolean; readonly entry: RunEntry }>();
  let list: readonly RunEntry[] = [];
  return (kept) => {
    const fresh = kept.map((run) => {
      const state = run.driver.getState();
      const before = known.get(run.id);
      if (before?.state === state && before.over === run.over) return before.entry;
      const entry = entryOf(run, state);
      known.set(run.id, { state, over: run.over, entry });
      return entry;
    });
    const same = fresh.length === list.length && fresh.every((entry, i) => entry === list[i]);
    if (!same) list = fresh;
    return list;
  };
}

/** The present end of a run, wherever somebody looks at it. */
function entryOf({ id, parent, forkedAt, over }: Kept, { session, status, live }: DriverState): RunEntry {
  const machine = machineAt(session, session.length);
  const ended = machine.status !== 'Idle' && machine.status !== 'Running' ? machine.status : undefined;
  const word = ended ?? (over ? 'Stopped' : live ? status : 'Paused');
  return {
    id,
    parent,
    forkedAt,
    word,
    events: eventCount(session, session.length),
    error: machine.error,
    waiting: ended || over ? [] : waitingFor(machine).filter(({ token }) => token !== undefined),
    now: machine.now,
  };
}
