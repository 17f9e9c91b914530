import { type Delivery, type Input, type RunView, type TaskToken, waitingFor } from '../../simulator/index.ts';

/**
 * Whether time may pass beyond the deadline of a token a person may still report on: never by itself, once when the
 * person goes on, or until a certain token is through.
 */
export type Permission =
  { readonly type: 'none' } | { readonly type: 'once' } | { readonly type: 'until'; readonly token: TaskToken };

export const noPermission: Permission = { type: 'none' };

/** Whether this input would let a custom callback time out. */
export function passesDeadline(view: RunView, input: Input, letters: readonly Delivery[]): boolean {
  if (input.type !== 'advance-clock') return false;
  // What arrives exactly at the deadline is in time (ruling R15).
  if (letters.some((letter) => letter.due <= input.to)) return false;
  return waitingFor(view).some(
    ({ kind, deadline }) => kind === 'custom-callback' && (deadline ?? Infinity) <= input.to,
  );
}

/** What is left of the permission after an input. */
export function stillGranted(permission: Permission, input: Input, view: RunView): Permission {
  if (permission.type === 'once') return input.type === 'advance-clock' ? noPermission : permission;
  if (permission.type === 'none') return permission;
  return waitingFor(view).some((waiting) => waiting.token === permission.token) ? permission : noPermission;
}
