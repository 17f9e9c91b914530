import {
  eventCount,
  eventsAfter,
  moveTo,
  readyThreads,
  startProblem,
  stillHolds,
  tokenState,
} from '../../simulator/index.ts';
import { messages } from '../messages.ts';
import { intoNext, outOfScope, overNext, rest, standsBefore, toTheEnd } from './goal.ts';
import { forkHere, go, wake } from './loop.ts';
import type { Driver, DriverOptions } from './model.ts';
import {
  changed,
  feedInput,
  forkRun,
  halt,
  isLive,
  isOver,
  presentOfRun,
  type LiveRun,
  lookAtPresent,
  openRun,
  stateOf,
} from './run.ts';

/** See `Driver`. The verbs only say how far the run may go; the moving itself is done by the loop. */
export function createDriver(given: DriverOptions): Driver {
  return driverOf(openRun(given));
}

const driverOf = (run: LiveRun): Driver => ({
  ...controls(run),
  ...callbacks(run),
  ...travel(run),
  ...changing(run),
  ...lifetime(run),
});

type Verbs<K extends keyof Driver> = Pick<Driver, K>;

function controls(
  run: LiveRun,
): Verbs<'start' | 'stepInto' | 'stepOver' | 'stepOut' | 'proceed' | 'pause' | 'stop' | 'setBreaks' | 'setPace'> {
  return {
    start: (input, how = { run: true }) => {
      const problem = startProblem(input);
      if (problem || run.session.length > 0) return problem;
      feedInput(run, { type: 'start', input }, undefined);
      if (how.run) go(run, () => toTheEnd);
      else stand(run);
      return undefined;
    },
    stepInto: () => go(run, () => intoNext),
    stepOver: () => go(run, overNext),
    stepOut: () => go(run, outOfScope),
    proceed: () => {
      if (run.reason?.type === 'waiting') run.permission = { type: 'once' };
      go(run, () => toTheEnd);
    },
    pause: () => {
      if (run.goal.type !== 'rest') stand(run);
      run.pacer.hurry();
    },
    stop: (error = 'Stopped', cause = messages.stoppedByPerson) => {
      lookAtPresent(run);
      if (isOver(run)) return;
      feedInput(run, { type: 'stop', error, cause }, undefined);
      run.carrier.outbox.giveUpAll();
      halt(run, { type: 'asked' });
      wake(run);
    },
    setBreaks: (breaks) => {
      run.breaks = breaks;
    },
    setPace: (pace) => {
      run.pace = pace;
      wake(run);
    },
  };
}

/** Stops here, visibly. */
function stand(run: LiveRun): void {
  halt(run, { type: 'asked' });
  changed(run);
}

function callbacks(run: LiveRun): Verbs<'letTimeOut' | 'tokenState' | 'report'> {
  return {
    letTimeOut: (token) => {
      run.permission = { type: 'until', token };
      go(run, () => (run.goal.type === 'rest' ? toTheEnd : run.goal));
    },
    tokenState: (token) => {
      const found = tokenState(presentOfRun(run), token);
      // A run that was given up is over for whoever still holds one of its tokens (ruling R2).
      return run.disposed && found !== 'unknown' ? 'completed' : found;
    },
    report: (token, outcome) => {
      lookAtPresent(run);
      const before = eventCount(run.session);
      feedInput(run, { type: 'task-reported', token, by: 'custom', outcome }, undefined);
      if (run.reason?.type === 'waiting') run.reason = undefined;
      wake(run);
      return eventsAfter(run.session, before)[0]?.id ?? before;
    },
  };
}

function travel(run: LiveRun): Verbs<'moveTo' | 'resumeFromHere'> {
  return {
    moveTo: (cursor) => {
      // A run that waits goes on waiting while somebody looks back.
      if (run.goal.type !== 'rest' && run.reason?.type !== 'waiting') halt(run, { type: 'asked' });
      run.session = moveTo(run.session, cursor);
      changed(run);
    },
    resumeFromHere: (changes = {}) => forkHere(run, changes),
  };
}

function changing(run: LiveRun): Verbs<'fork' | 'setWorld' | 'runTo' | 'replaceInput' | 'adopt'> {
  return {
    fork: (changes = {}) => driverOf(forkRun(run, changes)),
    setWorld: (changes) => {
      run.carrier.rewind(run.session.length, { ...run.carrier.world(), ...changes });
      wake(run);
    },
    runTo: (state) => go(run, () => ({ type: 'to', state, stepped: run.session.length === 1 })),
    replaceInput: (input) => {
      if (!isLive(run)) forkHere(run, {});
      const thread = readyThreads(presentOfRun(run))[0];
      if (!thread || !standsBefore(thread)) return false;
      feedInput(run, { type: 'replace-input', thread: thread.id, input }, undefined);
      changed(run);
      return true;
    },
    adopt: (program) => {
      const standing = stillHolds(run.session, program);
      if (standing.holds) run.session = moveTo(standing.session, run.session.cursor);
      changed(run);
      return standing;
    },
  };
}

function lifetime(run: LiveRun): Verbs<'getState' | 'settled' | 'ended' | 'dispose'> {
  return {
    getState: () => stateOf(run),
    settled: async () => {
      while (run.loop) await run.loop;
      return stateOf(run);
    },
    ended: () =>
      new Promise((resolve) => {
        if (isOver(run)) resolve(stateOf(run));
        else run.whenOver.push(resolve);
      }),
    dispose: () => {
      run.disposed = true;
      run.goal = rest;
      run.carrier.outbox.giveUpAll();
      run.pacer.hurry();
    },
  };
}
