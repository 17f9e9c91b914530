import { patternsReady } from '../../fdl/index.ts';
import {
  branchHere,
  dataOf,
  type Input,
  nextInput,
  presentOf,
  readyThreads,
  type RunView,
  type Thread,
} from '../../simulator/index.ts';
import { breakBefore } from './breaks.ts';
import { afterStep, type Goal, isReached, standsBefore } from './goal.ts';
import type { DriverWorld } from './model.ts';
import { delayBefore } from './pacing.ts';
import { noPermission, passesDeadline } from './patience.ts';
import { changed, feedInput, halt, isLive, isOver, type LiveRun, stateOf } from './run.ts';

/** Lets the run go on to a goal; from an earlier moment that is a fork. */
export function go(run: LiveRun, goalFrom: (view: RunView) => Goal): void {
  if (!isLive(run)) forkHere(run, {});
  run.goal = goalFrom(presentOf(run.session));
  run.reason = undefined;
  wake(run);
}

/** Forgets what came after the moment looked at. */
export function forkHere(run: LiveRun, changes: Partial<DriverWorld>): void {
  run.session = branchHere(run.session).session;
  run.carrier.rewind(run.session.length, { ...run.carrier.world(), ...changes });
  run.permission = noPermission;
  halt(run, { type: 'asked' });
  changed(run);
}

/** Makes the loop look again at what is to be done; starts it where it rests. */
export function wake(run: LiveRun): void {
  run.again = true;
  changed(run);
  run.pacer.hurry();
  run.loop ??= loop(run);
}

/**
 * The one loop that moves a run: it waits for what is on its way, asks the engine's scheduler which input comes next,
 * and feeds it unless there is a reason to stop.
 */
async function loop(run: LiveRun): Promise<void> {
  await patternsReady();
  run.pacer.begin();
  do {
    run.again = false;
    while (!run.disposed && (await advance(run))) {
      const turn = run.pacer.breathe();
      if (!turn) continue;
      changed(run);
      await turn;
    }
  } while (run.again);
  run.loop = undefined;
  changed(run);
  if (isOver(run)) for (const tell of run.whenOver.splice(0)) tell(stateOf(run));
}

/** Moves one input on; false when there is a reason to stop. */
async function advance(run: LiveRun): Promise<boolean> {
  if (run.goal.type === 'rest' || !isLive(run)) return false;
  if (run.carrier.outbox.busy()) {
    await run.carrier.outbox.idle();
    return true;
  }
  const present = presentOf(run.session);
  const next = nextInput(present, run.carrier.letters());
  if (next === 'over' || next === 'paused') return halt(run, { type: 'asked' });
  const thread = typeof next === 'object' ? stepping(present, next.input) : undefined;
  if (isReached(run.goal, present, thread)) return halt(run, { type: 'stepped' });
  if (next === 'waiting' || isHeld(run, present, next.input)) {
    run.reason = { type: 'waiting' };
    return false;
  }
  if (stopsBefore(run, present, thread)) return false;
  const delay = run.goal.type === 'run' ? delayBefore(run.pace, next.input, present) : 0;
  if (delay > 0 && !(await pass(run, delay))) return true;
  run.goal = afterStep(run.goal, thread?.id);
  const letter = run.carrier.letters().find((each) => each === next.delivery);
  feedInput(run, next.input, letter);
  if (delay > 0) changed(run);
  return true;
}

/** The thread a `step` would move. */
function stepping(view: RunView, input: Input): Thread | undefined {
  if (input.type !== 'step') return undefined;
  return input.thread === undefined ? readyThreads(view)[0] : view.threads.get(input.thread);
}

/** Only the person lets the time of a callback run out. */
const isHeld = (run: LiveRun, view: RunView, input: Input): boolean =>
  run.permission.type === 'none' && passesDeadline(view, input, run.carrier.letters());

function stopsBefore(run: LiveRun, view: RunView, thread: Thread | undefined): boolean {
  if (!thread || !standsBefore(thread) || run.seenAt === run.session.length) return false;
  const reason = breakBefore(run.breaks, thread.at, () => dataOf(view, thread));
  if (reason) halt(run, reason);
  return reason !== undefined;
}

/** Lets real time pass; false when something happened in the meantime, so that everything is to be considered anew. */
async function pass(run: LiveRun, milliseconds: number): Promise<boolean> {
  const { length } = run.session;
  await run.pacer.wait(milliseconds);
  return run.session.length === length && run.goal.type !== 'rest' && !run.disposed;
}
