import type { Json } from '../../base/index.ts';
import {
  branchHere,
  dataOf,
  eventCount,
  eventsAfter,
  feed,
  type Input,
  machineAt,
  moveTo,
  openSession,
  presentOf,
  type RunView,
  type Session,
  type ThreadId,
} from '../../simulator/index.ts';
import { breakAfter, noBreaks } from './breaks.ts';
import { type Carrier, createCarrier } from './carrier.ts';
import { type Goal, rest } from './goal.ts';
import type { Letter } from './mail.ts';
import type { Breaks, DriverOptions, DriverState, DriverWorld, Pace, PauseReason } from './model.ts';
import { createPacer, type Pacer } from './pacing.ts';
import { noPermission, type Permission, stillGranted } from './patience.ts';
import { statusOf } from './status.ts';

/** The changing part of a driver. Only the files of this folder see it; outside there is `DriverState`. */
export interface LiveRun {
  readonly given: DriverOptions;
  carrier: Carrier;
  readonly pacer: Pacer;
  session: Session;
  goal: Goal;
  reason: PauseReason | undefined;
  permission: Permission;
  breaks: Breaks;
  pace: Pace;
  /** A person who stands before a state has seen it: the next step from here meets no breakpoint. */
  seenAt: number;
  disposed: boolean;
  /** What was last shown; made anew when asked for after a change. */
  shown: DriverState | undefined;
  /** What each thread's state was handed. */
  readonly received: Map<ThreadId | undefined, Json>;
  /** The loop while it runs, and whether it was asked to look again. */
  loop: Promise<void> | undefined;
  again: boolean;
  whenOver: ((state: DriverState) => void)[];
}

export function openRun(given: DriverOptions): LiveRun {
  const settings = { startTime: given.options.startTime, ...given.world.settings };
  const run: LiveRun = {
    given,
    carrier: createCarrier({ ...given.world, settings }, given.client, () => changed(run)),
    pacer: createPacer(given.ports),
    session: openSession(given.program, given.options),
    goal: rest,
    reason: undefined,
    permission: noPermission,
    breaks: given.breaks ?? noBreaks,
    pace: given.pace ?? 'instant',
    seenAt: -1,
    disposed: false,
    shown: undefined,
    received: new Map(),
    loop: undefined,
    again: false,
    whenOver: [],
  };
  return run;
}

/** A run of its own that stands at the moment the given one looks at. */
export function forkRun(run: LiveRun, changes: Partial<DriverWorld>): LiveRun {
  const { given, carrier, breaks, pace } = run;
  const world = { ...carrier.world(), ...changes };
  const fork = openRun({ ...given, world, breaks, pace });
  fork.session = branchHere(run.session).session;
  fork.carrier.outbox.giveUpAll();
  fork.carrier = carrier.fork(fork.session.length, world, given.client, () => changed(fork));
  for (const [thread, input] of run.received) fork.received.set(thread, input);
  halt(fork, { type: 'asked' });
  return fork;
}

export const isLive = ({ session }: LiveRun): boolean => session.cursor === session.length;

/** The end of the run, wherever the person looks. */
export const presentOfRun = ({ session }: LiveRun): ReturnType<typeof presentOf> => presentOf(session);

export function isOver(run: LiveRun): boolean {
  const { status } = presentOfRun(run);
  return status !== 'Idle' && status !== 'Running';
}

export function stateOf(run: LiveRun): DriverState {
  const { session, reason, carrier, pace } = run;
  return (run.shown ??= {
    status: statusNow(run),
    session,
    reason,
    live: isLive(run),
    exchanges: carrier.outbox.exchanges(),
    pace,
    calls: carrier.calls(),
  });
}

function statusNow(run: LiveRun): DriverState['status'] {
  const live = isLive(run);
  return statusOf(live ? presentOf(run.session) : machineAt(run.session), live, run.goal, run.reason);
}

/** To be called after every change somebody outside may want to see. */
export function changed(run: LiveRun): void {
  run.shown = undefined;
  if (!run.disposed) run.given.onChange?.({ status: statusNow(run), pace: run.pace });
}

/** Stops going on by itself. */
export function halt(run: LiveRun, reason: PauseReason): false {
  run.goal = rest;
  run.reason = reason;
  run.seenAt = run.session.length;
  return false;
}

export function lookAtPresent(run: LiveRun): void {
  if (!isLive(run)) run.session = moveTo(run.session, run.session.length);
}

/** Feeds one input, carries out what the engine wants done, and stops where a break says so. */
export function feedInput(run: LiveRun, input: Input, letter: Letter | undefined): void {
  const before = eventCount(run.session);
  const { session, effects } = feed(run.session, input);
  run.session = session;
  run.shown = undefined;
  const present = presentOf(session);
  run.carrier.fed(input, letter, present, session.length);
  run.carrier.carryOut(effects, session.length);
  run.permission = stillGranted(run.permission, input, present);
  const events = eventsAfter(session, before);
  for (const event of events) {
    // The constructed input is what `$Input` means once the state has started.
    if (event.type === 'StepEntered' || event.type === 'StepStarted') {
      run.received.set(event.thread, event.detail['input'] ?? {});
    }
  }
  const stop = breakAfter(run.breaks, events, run.received, () => surroundings(present));
  if (!stop) return;
  if (present.status === 'Running') halt(run, stop);
  else if (stop.type === 'error') standBeforeEnd(run, stop);
}

/** The error has ended the run. To stop at it is to look at the moment before, from where another way can be tried. */
function standBeforeEnd(run: LiveRun, stop: PauseReason): void {
  halt(run, stop);
  run.session = moveTo(run.session, run.session.length - 1);
}

function surroundings(view: RunView): { readonly context: Json; readonly global: Json } {
  const [thread] = view.threads.values();
  const data = thread && dataOf(view, thread);
  return { context: data?.context ?? {}, global: data?.global ?? {} };
}
