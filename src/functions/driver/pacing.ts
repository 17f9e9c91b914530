import type { Input, RunView } from '../../simulator/index.ts';
import type { DriverPorts, Pace } from './model.ts';

/** How long the page may be busy before it gets a turn to draw. */
const sliceMs = 12;

/** Real milliseconds to let pass before an input is fed. */
export function delayBefore(pace: Pace, input: Input, view: RunView): number {
  if (pace === 'instant') return 0;
  if (pace === 'real') return input.type === 'advance-clock' ? input.to - view.now : 0;
  return input.type === 'step' ? (pace === '1x' ? 500 : 50) : 0;
}

/** A pause that can be cut short; it also gives the page a turn when too much was done in one go. */
export interface Pacer {
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A new piece of work begins now; the time before it was not the run's. */
  readonly begin: () => void;
  /** Resolves at once unless this turn has taken too long. */
  readonly breathe: () => Promise<void> | undefined;
  readonly hurry: () => void;
}

export function createPacer(ports: DriverPorts): Pacer {
  let cutShort: (() => void) | undefined;
  let turnBegan = ports.now();
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        cutShort = undefined;
        turnBegan = ports.now();
        resolve();
      };
      const cancel = ports.later(Math.max(0, milliseconds), done);
      cutShort = () => {
        cancel();
        done();
      };
    });
  return {
    begin: () => {
      turnBegan = ports.now();
    },
    wait,
    breathe: () => (ports.now() - turnBegan > sliceMs ? wait(0) : undefined),
    hurry: () => cutShort?.(),
  };
}
