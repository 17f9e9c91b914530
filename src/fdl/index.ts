export type { Diagnostic, Fix, Severity } from './diagnostic.ts';
export { canConnect } from './edit/can-connect.ts';
export { copyStates } from './edit/copy-states.ts';
export type { FieldPath, FlowEdit, NewState, Outlet, Refusal } from './edit/flow-edit.ts';
export { freshName } from './edit/fresh-name.ts';
export { type EditPlan, planEdit } from './edit/plan-edit.ts';
export type {
  BinaryOperator,
  DataScope,
  Expression,
  FlowError,
  RootName,
  Template,
  TemplateEntry,
  WrittenExpression,
} from './expression/ast.ts';
export { parseExpression } from './expression/parser.ts';
export {
  branchScope,
  escapeName,
  type NodeId,
  ownerOf,
  processorScope,
  rootScope,
  type ScopeId,
  scopeOf,
  type StateId,
  stateId,
  topLevelOf,
  unescapeName,
} from './ids.ts';
export {
  type CatchRule,
  type ChoiceBranch,
  type ChoiceState,
  type Continues,
  type DistributedMap,
  type FailState,
  type Flow,
  type Located,
  type MapState,
  type ParallelState,
  type PassState,
  type Recovers,
  type RetryRule,
  type Scope,
  type State,
  type StateType,
  stateTypes,
  type SucceedState,
  type TaskMode,
  taskModes,
  type TaskState,
  type UnknownState,
  type WaitState,
} from './model.ts';
export { locateField, spanInText, stateAt, writtenAt } from './syntax/locate.ts';
export { readSource } from './syntax/read-source.ts';
export { expressionOf, readTemplate } from './syntax/read-template.ts';
export type { Source } from './syntax/source.ts';
export { entryOf, jsonOf, valueOf } from './syntax/written-values.ts';
export {
  allScopes,
  allStates,
  childScopes,
  findScope,
  findState,
  outletsOf,
  type Reference,
  referencesTo,
  resolveTarget,
  type StateOutlet,
  statesNamed,
} from './walk.ts';
export type { Written, WrittenEntry, WrittenList, WrittenMap, WrittenScalar } from './written.ts';
