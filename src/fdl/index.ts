export { type AssistOptions, complete, type Completion } from './assist/complete.ts';
export { completeInExpression } from './assist/complete-expression.ts';
export { definitionOf, type NamedPlace, stateNamedAt } from './assist/definition.ts';
export { type Hover, hover } from './assist/hover.ts';
export { outline, type OutlineItem } from './assist/outline.ts';
export { catalog, type Code, type RuleEntry } from './check/catalog.ts';
export { checkFlow, type CheckOptions, type DiagnosticRecord, diagnosticRecord } from './check/check-flow.ts';
export { checkTopState } from './check/check-state.ts';
export type { Diagnostic, Fix, Severity } from './diagnostic.ts';
export { canConnect } from './edit/can-connect.ts';
export { copyStates } from './edit/copy-states.ts';
export type { FieldPath, FlowEdit, NewState, Outlet, Refusal } from './edit/flow-edit.ts';
export { freshName } from './edit/fresh-name.ts';
export { editMessages } from './edit/messages.ts';
export { planEdit } from './edit/plan-edit.ts';
export type { EditPlan } from './edit/script.ts';
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
export { mergeObjects } from './expression/builtins.ts';
export { type Compiled, compileExpression } from './expression/compile.ts';
export { couldBeBool } from './expression/could-be-bool.ts';
export { createEvalEnv, type EvalEnv, uuidFrom } from './expression/environment.ts';
export { evaluate } from './expression/evaluate.ts';
export { expressionErrorCode, faultOf } from './expression/fault.ts';
export { parseExpression } from './expression/parser.ts';
export { patternsReady } from './expression/pattern.ts';
export { printExpression } from './expression/print.ts';
export { type CompiledTemplate, compileTemplate } from './expression/template.ts';
export { type DataPath, nestingDepth, pathsUsed, walkExpression } from './expression/walk.ts';
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
export { type ActionParameter, type ActionSpec, knownActions, knownServices, modesOf } from './language/actions.ts';
export { type ContextPath, contextTree } from './language/context.ts';
export { type KnownError, knownErrors } from './language/errors.ts';
export type { FieldGroup, FieldKind, FieldSpec, StateSpec } from './language/field.ts';
export { branchFields, catchFields, retryFields, scopeFields } from './language/fields.ts';
export { type BuiltinFunction, builtinFunction, builtinFunctions, type ResultKind } from './language/functions.ts';
export { flowNamePattern, limits } from './language/limits.ts';
export { language } from './language/states.ts';
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
