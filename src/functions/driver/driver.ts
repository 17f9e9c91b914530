import type { Json } from '../../base/index.ts';
import { patternsReady } from '../../fdl/index.ts';
import {
  branchHere,
  dataOf,
  eventsOf,
  feed,
  type Input,
  type Machine,
  machineAt,
  moveTo,
  nextInput,
  openSession,
  readyThreads,
  type Session,
  startProblem,
  type ThreadId,
  tokenState,
} from '../../simulator/index.ts';
import { messages } from '../messages.ts';
import { breakAfter, breakBefore, noBreaks } from './breaks.ts';
import { createCarrier } from './carrier.ts';
import {
  afterStep,
  type Goal,
  intoNext,
  isReached,
  outOfScope,
  overNext,
  rest,
  standsBefore,
  toTheEnd,
} from './goal.ts';
import type { Letter } from './mail.ts';
import type { Driver, DriverOptions, DriverState, DriverWorld, PauseReason } from './model.ts';
import { createPacer, delayBefore } from './pacing.ts';
import { noPermission, passesDeadline, type Permission, stillGranted } from './patience.ts';
import { statusOf } from './status.ts';

/**
 * See `Driver`. One loop does all the moving: it waits for what is on its way, asks the engine's scheduler which input
 * comes next, and feeds it unless there is a reason to stop. Verbs only say how far it may go.
 */
export function createDriver(given: DriverOptions): Driver {
  let session: Session = openSession(given.program, given.options);
  let goal: Goal = rest;
  let reason: PauseReason | undefined;
  let permission: Permission = noPermission;
  let breaks = given.breaks ?? noBreaks;
  let pace = given.pace ?? 'instant';
  /** A person who stands before a state has seen it: the next step from here meets no breakpoint. */
  let seenAt = -1;
  let state: DriverState | undefined;
  let disposed = false;
  const received = new Map<ThreadId | undefined, Json>();
  const pacer = createPacer(given.ports);
  const changed = (): void => {
    state = undefined;
    if (!disposed) given.onChange?.(getState());
  };
  const settings = { startTime: given.options.startTime, ...given.world.settings };
  const carrier = createCarrier({ ...given.world, settings }, given.client, changed);
  const isLive = (): boolean => session.cursor === session.length;
  const isResting = (): boolean => goal.type === 'rest';
  const machine = (): Machine => machineAt(session);

  function getState(): DriverState {
    return (state ??= {
      status: statusOf(machine(), isLive(), goal, reason),
      session,
      reason,
      live: isLive(),
      exchanges: carrier.outbox.exchanges(),
      pace,
      calls: carrier.calls(),
    });
  }

  function feedInput(input: Input, letter: Letter | undefined): void {
    const before = eventsOf(session).length;
    const result = feed(session, input);
    session = result.session;
    const now = machine();
    carrier.fed(input, letter, now, session.length);
    carrier.carryOut(result.effects, session.length);
    permission = stillGranted(permission, input, now);
    const events = eventsOf(session).slice(before);
    for (const event of events)
      if (event.type === 'StepEntered') received.set(event.thread, event.detail['input'] ?? {});
    const stop = breakAfter(breaks, events, received, () => surroundings(now));
    if (stop && now.status === 'Running' && input.type !== 'stop') halt(stop);
  }
  function surroundings(now: Machine): { readonly context: Json; readonly global: Json } {
    const [thread] = now.threads.values();
    const data = thread && dataOf(now, thread);
    return { context: data?.context ?? {}, global: data?.global ?? {} };
  }

  function halt(why: PauseReason): false {
    goal = rest;
    reason = why;
    seenAt = session.length;
    return false;
  }

  /** Moves one input on; false when there is a reason to stop. */
  async function advance(): Promise<boolean> {
    if (goal.type === 'rest' || !isLive()) return false;
    if (carrier.outbox.busy()) {
      await carrier.outbox.idle();
      return true;
    }
    const now = machine();
    const next = nextInput(now, carrier.letters());
    if (next === 'over' || next === 'paused') return halt({ type: 'asked' });
    const stands =
      typeof next === 'object' && next.input.type === 'step' ? nextThread(now, next.input.thread) : undefined;
    if (isReached(goal, now, stands)) return halt({ type: 'stepped' });
    if (next === 'waiting' || (passesDeadline(now, next.input, carrier.letters()) && permission.type === 'none')) {
      reason = { type: 'waiting' };
      return false;
    }
    if (stands && standsBefore(stands) && seenAt !== session.length) {
      const stop = breakBefore(breaks, stands.at, () => dataOf(now, stands));
      if (stop) return halt(stop);
    }
    const delay = goal.type === 'run' ? delayBefore(pace, next.input, now) : 0;
    if (delay > 0) {
      const { length } = session;
      await pacer.wait(delay);
      // Something may have happened in the meantime; then everything is considered anew.
      if (session.length !== length || isResting() || disposed) return true;
    }
    goal = afterStep(goal, stands?.id);
    feedInput(
      next.input,
      carrier.letters().find((letter) => letter === next.delivery),
    );
    if (delay > 0) changed();
    return true;
  }
  const nextThread = (now: Machine, id: ThreadId | undefined) =>
    id === undefined ? readyThreads(now)[0] : now.threads.get(id);

  const whenOver: ((state: DriverState) => void)[] = [];
  const isOver = (): boolean => {
    const { status } = machineAt(session, session.length);
    return status !== 'Idle' && status !== 'Running';
  };

  let running: Promise<void> | undefined;
  let again = false;
  async function loop(): Promise<void> {
    await patternsReady();
    do {
      again = false;
      while (!disposed && (await advance())) {
        const turn = pacer.breathe();
        if (!turn) continue;
        changed();
        await turn;
      }
    } while (again);
    running = undefined;
    changed();
    if (isOver()) for (const tell of whenOver.splice(0)) tell(getState());
  }
  function go(next: Goal): void {
    if (!isLive()) resumeFromHere();
    goal = next;
    reason = undefined;
    wake();
  }
  function wake(): void {
    again = true;
    changed();
    pacer.hurry();
    running ??= loop();
  }

  function resumeFromHere(changes: Partial<DriverWorld> = {}): void {
    session = branchHere(session).session;
    carrier.rewind(session.length, { ...carrier.world(), ...changes });
    permission = noPermission;
    halt({ type: 'asked' });
    changed();
  }
  function toLive(): void {
    if (!isLive()) session = moveTo(session, session.length);
  }

  return {
    getState,
    start: (input, how = { run: true }) => {
      const problem = startProblem(input);
      if (problem || session.length > 0) return problem;
      feedInput({ type: 'start', input }, undefined);
      if (how.run) go(toTheEnd);
      else {
        halt({ type: 'asked' });
        changed();
      }
      return undefined;
    },
    stepInto: () => go(intoNext),
    stepOver: () => go(overNext(machine())),
    stepOut: () => go(outOfScope(machine())),
    proceed: () => {
      if (reason?.type === 'waiting') permission = { type: 'once' };
      go(toTheEnd);
    },
    pause: () => {
      if (goal.type !== 'rest') halt({ type: 'asked' });
      pacer.hurry();
      changed();
    },
    stop: (error = 'Stopped', cause = messages.stoppedByPerson) => {
      toLive();
      if (isOver()) return;
      feedInput({ type: 'stop', error, cause }, undefined);
      carrier.outbox.giveUpAll();
      halt({ type: 'asked' });
      wake();
    },
    letTimeOut: (token) => {
      permission = { type: 'until', token };
      go(goal.type === 'rest' ? toTheEnd : goal);
    },
    tokenState: (token) => {
      const found = tokenState(machineAt(session, session.length), token);
      // A run that was given up is over for whoever still holds one of its tokens (ruling R2).
      return disposed && found !== 'unknown' ? 'completed' : found;
    },
    report: (token, outcome) => {
      toLive();
      const before = eventsOf(session).length;
      feedInput({ type: 'task-reported', token, by: 'custom', outcome }, undefined);
      if (reason?.type === 'waiting') reason = undefined;
      wake();
      return eventsOf(session)[before]?.id ?? before;
    },
    moveTo: (cursor) => {
      // A run that waits goes on waiting while somebody looks back.
      if (goal.type !== 'rest' && reason?.type !== 'waiting') halt({ type: 'asked' });
      session = moveTo(session, cursor);
      changed();
    },
    resumeFromHere,
    setBreaks: (next) => {
      breaks = next;
    },
    setPace: (next) => {
      pace = next;
      wake();
    },
    settled: async () => {
      while (running) await running;
      return getState();
    },
    ended: () =>
      new Promise((resolve) => {
        if (isOver()) resolve(getState());
        else whenOver.push(resolve);
      }),
    dispose: () => {
      disposed = true;
      goal = rest;
      carrier.outbox.giveUpAll();
      pacer.hurry();
    },
  };
}
