/** What the Tests tab knows: how the kept scenarios came out, what they cover, and what was tried against errors. */
import type { Outlet, StateId } from '../../fdl/index.ts';
import type { Coverage, FaultMatrix } from '../../scenario/index.ts';

/** How one scenario came out: what failed, or what else to know. */
export interface Checked {
  readonly name: string;
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** Where the run left what was expected. */
  readonly place: { readonly state: StateId; readonly event: number } | undefined;
}

/** What is painted on a state beside a run. */
export interface NodeMark {
  readonly kind: 'covered' | 'partly' | 'uncovered' | 'differs';
  /** What is missing or different, a line each. */
  readonly lines: readonly string[];
}

export interface ChecksState {
  /** By file. */
  readonly results: ReadonlyMap<string, Checked>;
  readonly coverage: Coverage | undefined;
  /** While scenarios are being run. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly matrix: FaultMatrix | undefined;
  readonly matrixProgress: { readonly done: number; readonly of: number } | undefined;
  /** What the canvas shows of this. */
  readonly painted: boolean;
  readonly marks: ReadonlyMap<StateId, NodeMark>;
  /** Ways out no scenario took, by the state they lead out of. */
  readonly untaken: ReadonlyMap<StateId, readonly Outlet[]>;
  /** The flow has changed since these were found. */
  readonly stale: boolean;
}

export interface CheckVerbs {
  /** Runs all kept scenarios, or one of them, against the present text. */
  readonly runAll: (file?: string) => Promise<void>;
  /** Tries every Task against every error of the table. */
  readonly tryFaults: () => Promise<void>;
  /** Whether the canvas shows coverage and failures. */
  readonly paint: (painted: boolean) => void;
}

export const noChecks: ChecksState = {
  results: new Map(),
  coverage: undefined,
  progress: undefined,
  matrix: undefined,
  matrixProgress: undefined,
  painted: false,
  marks: new Map(),
  untaken: new Map(),
  stale: false,
};
