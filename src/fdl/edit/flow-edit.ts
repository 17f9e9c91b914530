import type { Json, JsonObject } from '../../base/index.ts';
import type { NodeId, ScopeId, StateId } from '../ids.ts';
import type { StateType } from '../model.ts';

/** A place a scope or state can lead from. `start` belongs to a scope, all others to a state. */
export type Outlet =
  | { readonly kind: 'start' }
  | { readonly kind: 'next' }
  | { readonly kind: 'default' }
  | { readonly kind: 'branch'; readonly index: number }
  | { readonly kind: 'catch'; readonly index: number };

export interface NewState {
  readonly type: StateType;
  /** A fresh name is made from it (or from the type) when it is taken. */
  readonly name?: string;
  /** Attributes beyond the type's template. */
  readonly fields?: JsonObject;
}
/** Keys and list positions below a state: `['Retry', 0, 'Errors']`. A `.$` key is written with its suffix. */
export type FieldPath = readonly (string | number)[];

/** What a person means. Says nothing about YAML. */
export type FlowEdit =
  | {
      readonly type: 'add-state';
      readonly scope: ScopeId;
      readonly state: NewState;
      readonly after: StateId | undefined;
    }
  | { readonly type: 'insert-on-edge'; readonly from: NodeId; readonly outlet: Outlet; readonly state: NewState }
  | { readonly type: 'remove-states'; readonly states: readonly StateId[] }
  | { readonly type: 'duplicate-states'; readonly states: readonly StateId[] }
  | { readonly type: 'rename-state'; readonly state: StateId; readonly name: string }
  | { readonly type: 'connect'; readonly from: NodeId; readonly outlet: Outlet; readonly to: StateId }
  | { readonly type: 'disconnect'; readonly from: NodeId; readonly outlet: Outlet }
  | { readonly type: 'set-field'; readonly state: StateId; readonly path: FieldPath; readonly value: Json }
  | { readonly type: 'clear-field'; readonly state: StateId; readonly path: FieldPath }
  /** A flow-level attribute (`Name`, `StartAt`, `Description` …). */
  | { readonly type: 'set-flow-field'; readonly key: string; readonly value: Json }
  | { readonly type: 'add-branch'; readonly state: StateId }
  | { readonly type: 'remove-branch'; readonly state: StateId; readonly index: number }
  | { readonly type: 'move-branch'; readonly state: StateId; readonly index: number; readonly to: number }
  /** Puts an item of a list below a state elsewhere in it: the order of Retry and Catch rules, for one. */
  | {
      readonly type: 'move-item';
      readonly state: StateId;
      readonly path: FieldPath;
      readonly index: number;
      readonly to: number;
    }
  /** Into another scope (or elsewhere in its own): the text moves, references from outside are dropped. */
  | { readonly type: 'move-states'; readonly states: readonly StateId[]; readonly scope: ScopeId }
  /**
   * Writes out what comes from elsewhere through an alias or merge key; `path` counts from the top of the text. With
   * `others` the places that use what is anchored there get copies instead.
   */
  | { readonly type: 'make-local'; readonly path: FieldPath; readonly others?: true }
  /** States as YAML text (a list of states, or one state), names made fresh where taken. */
  | {
      readonly type: 'paste-states';
      readonly scope: ScopeId;
      readonly after: StateId | undefined;
      readonly yaml: string;
    };

/** A polite no to an edit that cannot be done. */
export interface Refusal {
  readonly reason:
    | 'text-unreadable'
    | 'unknown-state'
    | 'name-taken'
    | 'crosses-scopes'
    | 'not-allowed-here'
    | 'shared-by-alias'
    | 'bad-value';
  readonly message: string;
  /** For `shared-by-alias`: the edit that parts the place from the others, after which the refused one can be done. */
  readonly offer?: FlowEdit;
}
