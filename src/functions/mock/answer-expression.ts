import { type Json, type Result } from '../../base/index.ts';
import { createEvalEnv, evaluate, type Expression, type FlowError, parseExpression } from '../../fdl/index.ts';

/** Works out a `returnExpr` with what was sent as `$Input`. Chance in it comes from the seed, so a run repeats itself. */
export function evaluateAnswer(expression: string, input: Json, seed: number): Result<Json, FlowError> {
  const data = { input, output: undefined, context: {}, global: {}, item: undefined };
  return evaluate(parsed(expression), data, createEvalEnv(seed));
}

const remembered = new Map<string, Expression>();
function parsed(text: string): Expression {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= 200) remembered.clear();
  const expression = parseExpression(text);
  remembered.set(text, expression);
  return expression;
}
