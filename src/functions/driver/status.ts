import type { RunView } from '../../simulator/index.ts';
import type { Goal } from './goal.ts';
import type { DriverStatus, PauseReason } from './model.ts';

/** The word for a run (ruling R47). An earlier moment of it stands still. */
export function statusOf(view: RunView, live: boolean, goal: Goal, reason: PauseReason | undefined): DriverStatus {
  switch (view.status) {
    case 'Idle':
      return 'Ready';
    case 'Running':
      if (!live || goal.type === 'rest') return 'Paused';
      return reason?.type === 'waiting' ? 'Waiting' : 'Running';
    default:
      return view.status;
  }
}
