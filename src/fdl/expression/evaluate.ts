import { failure, type Json, ok, type Result } from '../../base/index.ts';
import type { DataScope, Expression, FlowError } from './ast.ts';
import { type Compiled, compileExpression } from './compile.ts';
import { createEvalEnv, type EvalEnv } from './environment.ts';
import { faultOf } from './fault.ts';

/** An expression's value, or the error of the flow. Interpreted, own properties only, bounded; never throws. */
export function evaluate(
  expression: Expression,
  data: DataScope,
  env: EvalEnv = createEvalEnv(),
): Result<Json, FlowError> {
  return run(compileExpression(expression), data, env);
}

/** Runs a compiled expression and turns its signal into data. */
export function run(compiled: Compiled, data: DataScope, env: EvalEnv): Result<Json, FlowError> {
  try {
    return ok(compiled(data, env));
  } catch (thrown) {
    return failure(faultOf(thrown));
  }
}
