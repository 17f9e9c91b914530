import type { Span } from '../base/index.ts';
import type { Template, WrittenExpression } from './expression/ast.ts';
import type { ScopeId, StateId } from './ids.ts';
import type { WrittenMap } from './written.ts';

export const stateTypes = ['Task', 'Choice', 'Pass', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail'] as const;
export type StateType = (typeof stateTypes)[number];
export const taskModes = ['RequestComplete', 'WaitForSystemCallback', 'WaitForCustomCallback'] as const;
export type TaskMode = (typeof taskModes)[number];

/**
 * A value and where it is written. Inside a state spans count from the beginning of its text, or of that of the state
 * around it where both were read together, so that a state that only moved is still the same object; `spanInText` gives
 * the place in the whole text.
 */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A list of states with one entry: the flow, a Parallel branch, a Map processor. */
export interface Scope {
  readonly id: ScopeId;
  readonly startAt: Located<string> | undefined;
  readonly states: readonly State[];
  readonly span: Span;
  readonly written: WrittenMap | undefined;
}
export interface Flow extends Scope {
  readonly type: Located<string> | undefined;
  readonly name: Located<string> | undefined;
  readonly specVersion: Located<string> | undefined;
  readonly description: Located<string> | undefined;
}

interface StateBase {
  readonly id: StateId;
  /** An unnamed state has the empty name and the span of its first key. */
  readonly name: Located<string>;
  readonly span: Span;
  /** True while its text cannot be read; everything else is then its last reading. */
  readonly stale: boolean;
  readonly description: Located<string> | undefined;
  readonly inputConstructor: Template | undefined;
  readonly outputConstructor: Template | undefined;
  readonly globalConstructor: Template | undefined;
  /** Everything as written, unknown keys included: what checks, forms and edits look at. */
  readonly written: WrittenMap;
}
export interface Continues {
  readonly next: Located<string> | undefined;
  readonly end: Located<boolean> | undefined;
}
/** Present on every type (a misplaced Retry is a diagnostic, rule R06); only Task, Parallel and Map act on it. */
export interface Recovers {
  readonly retry: readonly RetryRule[];
  readonly catch: readonly CatchRule[];
}

export interface TaskState extends StateBase, Continues, Recovers {
  readonly type: 'Task';
  readonly action: Located<string> | undefined;
  readonly taskMode: Located<string> | undefined;
  readonly parameters: Template | undefined;
  /** Literal or computed; seconds, 0 = no limit. */
  readonly timeout: Template | undefined;
}
export interface PassState extends StateBase, Continues {
  readonly type: 'Pass';
}
export interface WaitState extends StateBase, Continues {
  readonly type: 'Wait';
  readonly seconds: Template | undefined;
}
export interface ChoiceState extends StateBase {
  readonly type: 'Choice';
  readonly branches: readonly ChoiceBranch[];
  readonly default: Located<string> | undefined;
}
export interface ParallelState extends StateBase, Continues, Recovers {
  readonly type: 'Parallel';
  readonly branches: readonly Scope[];
}
export interface MapState extends StateBase, Continues, Recovers {
  readonly type: 'Map';
  readonly itemsPath: WrittenExpression | undefined;
  readonly processor: Scope | undefined;
  /** `MaxConcuccency`, or `MaxConcurrency` where only that is written (decision U13). */
  readonly maxConcurrency: Template | undefined;
  /** Present in distributed mode, that is when `ProcessorConfig` is written (decision U15). */
  readonly distributed: DistributedMap | undefined;
}
export interface DistributedMap {
  readonly executionMode: string | undefined;
  readonly itemReader: Template | undefined;
  readonly itemConstructor: Template | undefined;
  readonly maxItemsPerBatch: number | undefined;
  readonly resultWriter: Template | undefined;
  readonly maxItems: number | undefined;
  readonly toleratedFailurePercentage: number | undefined;
  readonly toleratedFailureCount: number | undefined;
}
export interface SucceedState extends StateBase {
  readonly type: 'Succeed';
}
export interface FailState extends StateBase {
  readonly type: 'Fail';
  readonly code: Template | undefined;
  readonly detail: Template | undefined;
}
/** A state whose `Type` is missing, misspelt or newer than this program: drawn, reported, kept as written. */
export interface UnknownState extends StateBase, Continues {
  readonly type: 'Unknown';
  readonly writtenType: Located<string> | undefined;
}
export type State =
  TaskState | PassState | WaitState | ChoiceState | ParallelState | MapState | SucceedState | FailState | UnknownState;

export interface ChoiceBranch {
  readonly condition: WrittenExpression | undefined;
  readonly next: Located<string> | undefined;
  readonly span: Span;
}
export interface RetryRule {
  readonly errors: readonly string[];
  readonly description: string | undefined;
  readonly maxAttempts: number;
  readonly intervalSeconds: number;
  /** 1 where nothing is written: a constant interval. */
  readonly backoffRate: number;
  readonly maxBackoffSeconds: number | undefined;
  readonly span: Span;
}
export interface CatchRule {
  readonly errors: readonly string[];
  readonly description: string | undefined;
  readonly next: Located<string> | undefined;
  readonly outputConstructor: Template | undefined;
  readonly span: Span;
}
