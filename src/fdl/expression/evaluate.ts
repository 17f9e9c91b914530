import { failure, type Json, ok, type Result } from '../../base/index.ts';
import type { DataScope, Expression, FlowError } from './ast.ts';
import { type Compiled, compileExpression } from './compile.ts';
import { createEvalEnv, type EvalEnv } from './environment.ts';
import { expressionErrorCode, faultOf } from './fault.ts';
import { messages } from './messages.ts';
import { printExpression } from './print.ts';
import { kindOf } from './values.ts';

/** An expression's value, or the error of the flow. Interpreted, own properties only, bounded; never throws. */
export function evaluate(
  expression: Expression,
  data: DataScope,
  env: EvalEnv = createEvalEnv(),
): Result<Json, FlowError> {
  return run(compileExpression(expression), data, env);
}

/** The value of a Choice's Condition, which must be true or false; nothing is converted (decision U18). */
export function evaluateCondition(expression: Expression, data: DataScope, env: EvalEnv): Result<boolean, FlowError> {
  const value = run(compileExpression(expression), data, env);
  if (!value.ok) return value;
  if (typeof value.value === 'boolean') return ok(value.value);
  const reason = messages.conditionNotBool(messages.kind[kindOf(value.value)]);
  return failure({ code: expressionErrorCode, detail: messages.fault(printExpression(expression), reason) });
}

/** Runs a compiled expression and turns its signal into data. */
export function run(compiled: Compiled, data: DataScope, env: EvalEnv): Result<Json, FlowError> {
  try {
    return ok(compiled(data, env));
  } catch (thrown) {
    return failure(faultOf(thrown));
  }
}
