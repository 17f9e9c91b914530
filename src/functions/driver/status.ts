import type { Machine } from '../../simulator/index.ts';
import type { Goal } from './goal.ts';
import type { DriverStatus, PauseReason } from './model.ts';

/** The word for a run (ruling R47). */
export function statusOf(machine: Machine, goal: Goal, reason: PauseReason | undefined): DriverStatus {
  switch (machine.status) {
    case 'Idle':
      return 'Ready';
    case 'Running':
      if (goal.type !== 'rest' && reason?.type !== 'waiting') return 'Running';
      return reason?.type === 'waiting' ? 'Waiting' : 'Paused';
    default:
      return machine.status;
  }
}
