import { failure, type Json, ok, type Result } from '../base/index.ts';
import {
  compileExpression,
  compileTemplate,
  type DataScope,
  type EvalEnv,
  faultOf,
  type FlowError,
  type Template,
  type WrittenExpression,
} from '../fdl/index.ts';

/** A template or expression as a function of the data it sees. */
export type Compute = (data: DataScope, env: EvalEnv) => Result<Json, FlowError>;

/** A key with nothing behind it counts as not written. */
export function computeTemplate(template: Template | undefined): Compute | undefined {
  if (template?.kind === 'literal' && template.value === null) return undefined;
  return template && compileTemplate(template);
}

export function computeExpression(expression: WrittenExpression): Compute {
  const compiled = compileExpression(expression.root);
  return (data, env) => {
    try {
      return ok(compiled(data, env));
    } catch (thrown) {
      return failure(faultOf(thrown));
    }
  };
}
