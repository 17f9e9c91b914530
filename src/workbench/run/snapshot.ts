/** The driver's state as the page shows it. */
import { assertNever } from '../../base/index.ts';
import type { StateId } from '../../fdl/index.ts';
import type { DriverState, PauseReason } from '../../functions/index.ts';
import { decisionsOf, eventsOf, machineAt, readyThreads, stateNameOf, waitingFor } from '../../simulator/index.ts';
import { messages } from '../messages.ts';
import type { RunState } from './model.ts';
import { nodeRuns } from './node-runs.ts';

export type RunSnapshot = Omit<
  RunState,
  'revision' | 'startTime' | 'reports' | 'selectedEvent' | 'runs' | 'current' | 'standing'
>;

/** The state the next thread is about to enter. */
export function standsAt({ session }: DriverState): StateId | undefined {
  const next = readyThreads(machineAt(session))[0];
  return next?.phase.name === 'ready' ? next.at : undefined;
}

export function snapshotOf(state: DriverState, before: RunState): RunSnapshot {
  const { session } = state;
  const machine = machineAt(session);
  const events = eventsOf(session, session.length);
  const decisions = decisionsOf(session);
  const shown = session.cursor === session.length ? events : eventsOf(session);
  return {
    session,
    word: state.status,
    pace: state.pace,
    events,
    shown: shown.length,
    virtualNow: machine.now,
    pausedAt: pausedAt(state.reason, [...machine.threads.values()].find(({ phase }) => phase.name === 'ready')?.at),
    waiting: machine.status === 'Running' ? waitingFor(machine) : [],
    notes: machine.notes,
    decisions,
    output: machine.output,
    error: machine.error,
    global: machine.executions.get(0)?.global ?? {},
    nodes: nodeRuns(shown, decisions, machine, before.nodes),
    exchanges: [...state.exchanges.values()],
    calls: state.calls,
  };
}

/** In a few words: the state it stands before, or why it stopped. */
function pausedAt(
  reason: PauseReason | undefined,
  ready: Parameters<typeof stateNameOf>[0] | undefined,
): string | undefined {
  const before = ready === undefined ? undefined : messages.run.before(stateNameOf(ready));
  if (!reason) return before;
  switch (reason.type) {
    case 'asked':
    case 'stepped':
    case 'waiting':
      return before;
    case 'breakpoint':
      return messages.run.breakpoint(stateNameOf(reason.state), reason.when);
    case 'broken-condition':
      return messages.run.brokenCondition(stateNameOf(reason.state), reason.error.detail);
    case 'error':
      return messages.run.stoppedAtError(reason.state === undefined ? undefined : stateNameOf(reason.state));
    case 'callback':
      return messages.run.stoppedAtCallback(reason.state === undefined ? undefined : stateNameOf(reason.state));
    default:
      return assertNever(reason);
  }
}
