/** Keeps the store in step with the driver of the run shown. */
import type { StateId } from '../../fdl/index.ts';
import type { DriverGlance, DriverState } from '../../functions/index.ts';
import type { Core } from '../core.ts';
import { messages } from '../messages.ts';
import type { Workbench } from '../model.ts';
import type { Loader } from './loader.ts';
import type { RunState } from './model.ts';
import { isOver } from './words.ts';

export interface Showing {
  readonly setRun: (change: Partial<RunState>) => void;
  /** Shows the run as its driver has it now. */
  readonly showNow: () => void;
  /** From now on only the run begun with this number is listened to. */
  readonly nextTurn: () => number;
  readonly isTurn: (turn: number) => boolean;
  /** What the run of a turn calls after every change; many changes in a row are shown once. */
  readonly changed: (turn: number) => (now: DriverGlance) => void;
}

/**
 * Milliseconds between two glimpses of a run without pauses. Drawing every answer would make the run wait for the page,
 * and nobody could follow.
 */
const glimpseMs = 100;

export function createShowing(core: Core, announce: Workbench['announce'], loader: Loader): Showing {
  const { store, ports } = core;
  const pointer = createPointer(core);
  let turn = 0;
  let pending: { readonly glimpse: boolean; readonly callOff: () => void } | undefined;

  const setRun = (change: Partial<RunState>): void => {
    const { run } = store.getState();
    // What says nothing new must not make anything draw.
    if (!isPart(change, run)) store.setState({ run: { ...run, ...change } });
  };
  const show = (state: DriverState): void => {
    const heavy = loader.heavy();
    if (!heavy) return;
    const before = store.getState().run;
    const { runs } = heavy.engine;
    setRun({ ...heavy.modules.snapshotOf(state, before), runs: runs.entries(), current: runs.current() });
    if (state.status === 'Paused' && state.live) pointer.pointAt(heavy.modules.standsAt(state));
    if (state.status !== before.word && isOver(state.status)) announce(messages.run.ended(state.status));
  };
  const showNow = (): void => {
    const driver = loader.driver();
    if (driver) show(driver.getState());
  };
  const callOff = (): void => {
    pending?.callOff();
    pending = undefined;
  };
  const showIn = (milliseconds: number): void => {
    callOff();
    const show = (): void => {
      pending = undefined;
      showNow();
    };
    pending = { glimpse: milliseconds > 0, callOff: ports.later(milliseconds, show) };
  };
  return {
    setRun,
    showNow,
    nextTurn: () => {
      callOff();
      pointer.reset();
      turn += 1;
      return turn;
    },
    isTurn: (of) => of === turn,
    changed:
      (of) =>
      ({ status, pace }) => {
        if (of !== turn) return;
        const glimpse = status === 'Running' && pace === 'instant';
        // Where it stood between two inputs is not worth a drawing once it has gone on.
        if (pending?.glimpse !== glimpse) showIn(glimpse ? glimpseMs : 0);
      },
  };
}

const isPart = (change: Partial<RunState>, run: RunState): boolean =>
  (Object.keys(change) as (keyof RunState)[]).every((key) => Object.is(change[key], run[key]));

/** Shows where the run stands, without touching what is selected; the same place only once. */
function createPointer({ store }: Core) {
  let pointedAt: StateId | undefined;
  let tickets = 0;
  return {
    reset: (): void => {
      pointedAt = undefined;
    },
    pointAt: (state: StateId | undefined): void => {
      if (state === undefined || state === pointedAt) return;
      pointedAt = state;
      tickets -= 1;
      const reveal = { state, span: undefined, askedBy: 'run', ticket: tickets } as const;
      store.setState(({ view }) => ({ view: { ...view, reveal } }));
    },
  };
}
