export { type AssistOptions, complete } from './assist/complete.ts';
export type { Completion } from './assist/completion.ts';
export { definitionOf, stateNamedAt } from './assist/definition.ts';
export { hover } from './assist/hover.ts';
export { outline, type OutlineItem } from './assist/outline.ts';
export { checkFlow, checkFlowInPieces, diagnosticRecord } from './check/check-flow.ts';
export { checkTopState } from './check/check-state.ts';
export type { Diagnostic, Fix, Severity } from './diagnostic.ts';
export { canConnect } from './edit/can-connect.ts';
export { copyStates } from './edit/copy-states.ts';
export type { FieldPath, FlowEdit, NewState, Outlet, Refusal } from './edit/flow-edit.ts';
export { freshName } from './edit/fresh-name.ts';
export { editMessages } from './edit/messages.ts';
export { planEdit } from './edit/plan-edit.ts';
export type { DataScope, Expression, FlowError, Template, WrittenExpression } from './expression/ast.ts';
export { compileExpression } from './expression/compile.ts';
export { createEvalEnv, type EvalEnv, uuidFrom } from './expression/environment.ts';
export { evaluate } from './expression/evaluate.ts';
export { faultOf } from './expression/fault.ts';
export { parseExpression } from './expression/parser.ts';
export { patternsReady } from './expression/pattern.ts';
export { isYamlReady, yamlReady } from './syntax/yaml-library.ts';
export { compileTemplate } from './expression/template.ts';
export { type DataPath, pathsUsed, walkExpression } from './expression/walk.ts';
export {
  branchScope,
  type NodeId,
  ownerOf,
  processorScope,
  rootScope,
  type ScopeId,
  scopeOf,
  type StateId,
  stateId,
  unescapeName,
} from './ids.ts';
export { type ActionParameter, knownActions } from './language/actions.ts';
export { knownErrors } from './language/errors.ts';
export type { FieldGroup, FieldSpec, StateSpec } from './language/field.ts';
export { branchFields, catchFields, retryFields } from './language/fields.ts';
export { flowNamePattern } from './language/limits.ts';
export { language } from './language/states.ts';
export {
  type CatchRule,
  type ChoiceState,
  type DistributedMap,
  type Flow,
  type Located,
  type MapState,
  type PassState,
  type RetryRule,
  type Scope,
  type State,
  type StateType,
  stateTypes,
  type TaskMode,
  taskModes,
  type TaskState,
} from './model.ts';
export { locateField, spanInText, stateAt, writtenAt } from './syntax/locate.ts';
export { readInPieces } from './syntax/read-in-pieces.ts';
export { readSource } from './syntax/read-source.ts';
export { isBeyondReading } from './syntax/read-whole.ts';
export type { Source } from './syntax/source.ts';
export { jsonOf, valueOf } from './syntax/written-values.ts';
export {
  allScopes,
  allStates,
  childScopes,
  findScope,
  findState,
  outletsOf,
  resolveTarget,
  statesNamed,
} from './walk.ts';
export type { Written, WrittenMap } from './written.ts';
