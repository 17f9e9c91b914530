import type { Flow, RetryRule, ScopeId, StateId, StateType, TaskMode } from '../fdl/index.ts';
import type { Compute } from './evaluation.ts';

/** A flow made ready to run: transitions resolved to states, expressions and templates compiled once. */
export interface Program {
  readonly flow: Flow;
  readonly name: string;
  readonly start: Target;
  readonly states: ReadonlyMap<StateId, CompiledState>;
}

/** Where a transition leads; `state` is missing when no state of the scope has that name. */
export interface Target {
  readonly name: string;
  readonly state: CompiledState | undefined;
}

export interface CompiledScope {
  readonly id: ScopeId;
  readonly start: Target;
}

export interface CompiledState {
  readonly id: StateId;
  readonly name: string;
  readonly type: StateType | 'Unknown';
  readonly inputConstructor: Compute | undefined;
  readonly outputConstructor: Compute | undefined;
  readonly globalConstructor: Compute | undefined;
  readonly ends: boolean;
  readonly next: Target | undefined;
  readonly retry: readonly RetryRule[];
  readonly catch: readonly CompiledCatch[];
  readonly work: Work;
}

export interface CompiledCatch {
  readonly errors: readonly string[];
  readonly target: Target;
  readonly output: Compute | undefined;
}

/** What a state does between its input and its raw output. */
export type Work =
  /** Pass, Succeed. */
  | { readonly kind: 'pass' }
  | { readonly kind: 'wait'; readonly seconds: Compute | undefined }
  | {
      readonly kind: 'task';
      readonly action: string;
      readonly mode: TaskMode;
      readonly parameters: Compute | undefined;
      readonly timeout: Compute | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly branches: readonly CompiledBranch[];
      readonly otherwise: Target;
    }
  | { readonly kind: 'parallel'; readonly branches: readonly CompiledScope[] }
  | MapWork
  | { readonly kind: 'fail'; readonly code: Compute | undefined; readonly detail: Compute | undefined }
  | { readonly kind: 'unknown'; readonly writtenType: string };

export interface CompiledBranch {
  readonly condition: Compute;
  readonly text: string;
  readonly target: Target;
}

export interface MapWork {
  readonly kind: 'map';
  readonly items: Compute | undefined;
  readonly processor: CompiledScope;
  readonly concurrency: Compute | undefined;
  readonly distributed: DistributedWork | undefined;
}

export interface DistributedWork {
  readonly express: boolean;
  readonly reader: Compute | undefined;
  readonly itemConstructor: Compute | undefined;
  readonly batch: number | undefined;
  readonly writer: Compute | undefined;
  readonly maxItems: number;
  readonly toleratedPercentage: number | undefined;
  readonly toleratedCount: number | undefined;
}
