import { stateTypes } from '../model.ts';
import { type FieldSpec, optional, required } from './field.ts';
import { about } from './messages.ts';

/** Attributes that several state types share, and the fields of the mappings inside a state. */
const { shared, rule, branch, scope } = about;

export const name = required('Name', 'text', 'basics', shared.Name, '3');
export const type = required('Type', 'choice', 'basics', shared.Type, '3', { options: stateTypes });
export const description = optional('Description', 'text', 'basics', shared.Description, '3');
export const next = optional('Next', 'state-name', 'transitions', shared.Next, '3.2');
export const end = optional('End', 'flag', 'transitions', shared.End, '3.2');
export const inputConstructor = optional('InputConstructor', 'template', 'data', shared.InputConstructor, '5.2');
export const outputConstructor = optional('OutputConstructor', 'template', 'data', shared.OutputConstructor, '5.2');
export const globalConstructor = optional('GlobalConstructor', 'template', 'data', shared.GlobalConstructor, '5.6');
export const retry = optional('Retry', 'retry', 'errors', shared.Retry, '8.1');
export const catchRules = optional('Catch', 'catch', 'errors', shared.Catch, '8.2');

export const basics: readonly FieldSpec[] = [name, type, description];
export const constructors: readonly FieldSpec[] = [inputConstructor, outputConstructor, globalConstructor];
export const transitions: readonly FieldSpec[] = [next, end];
export const recovery: readonly FieldSpec[] = [retry, catchRules];

/** A branch of a Choice. */
export const branchFields: readonly FieldSpec[] = [
  required('Condition', 'expression', 'transitions', branch.Condition, '4.4'),
  required('Next', 'state-name', 'transitions', branch.Next, '4.4'),
];

/** A branch of a Parallel or the processor of a Map. */
export const scopeFields: readonly FieldSpec[] = [
  required('StartAt', 'state-name', 'transitions', scope.StartAt, '4.5'),
  required('States', 'states', 'basics', scope.States, '4.5'),
];

const mostBackoff = 86_400;
const seconds = { range: { least: 0, most: mostBackoff } };

export const retryFields: readonly FieldSpec[] = [
  required('Errors', 'errors', 'errors', rule.Errors, '8.1'),
  required('Description', 'text', 'errors', rule.Description, '8.1'),
  required('MaxAttempts', 'integer', 'errors', rule.MaxAttempts, '8.1', { range: { least: 0, most: Infinity } }),
  required('IntervalSeconds', 'integer', 'errors', rule.IntervalSeconds, '8.1', seconds),
  optional('BackoffRate', 'number', 'errors', rule.BackoffRate, '8.1', { range: { least: 0, most: Infinity } }),
  optional('MaxBackoffSeconds', 'integer', 'errors', rule.MaxBackoffSeconds, '8.1', seconds),
];

export const catchFields: readonly FieldSpec[] = [
  required('Errors', 'errors', 'errors', rule.Errors, '8.2'),
  required('Description', 'text', 'errors', rule.Description, '8.2'),
  optional('OutputConstructor', 'template', 'errors', rule.OutputConstructor, '8.2'),
  required('Next', 'state-name', 'transitions', rule.Next, '8.2'),
];
