import type { Expression, FlowError } from './ast.ts';
import { messages } from './messages.ts';
import { printExpression } from './print.ts';

/** The simulator's own error name for expressions that cannot be evaluated (decision U18). */
export const expressionErrorCode = 'FnF.ExpressionError';

/**
 * The signal compiled expressions stop with. It never leaves this folder except through `compileExpression`, whose
 * callers turn it into data with `faultOf`.
 */
export class EvaluationFault extends Error {}

/** A part of an expression with the whole it belongs to: what an error message points at. */
export interface Site {
  readonly part: Expression;
  readonly whole: Expression;
}

/** Stops the evaluation: `reason` says why the part cannot be evaluated and, where known, what to write instead. */
export function fail(site: Site, reason: string): never {
  const part = printExpression(site.part);
  const whole = printExpression(site.whole);
  throw new EvaluationFault(part === whole ? messages.fault(part, reason) : messages.faultWithin(part, reason, whole));
}

/**
 * The error of the running flow behind something thrown by a compiled expression. Values nested or grown beyond what
 * the machine can hold count as such errors too; a mistake of ours is thrown again.
 */
export function faultOf(thrown: unknown): FlowError {
  if (thrown instanceof EvaluationFault) return { code: expressionErrorCode, detail: thrown.message };
  if (thrown instanceof RangeError) return { code: expressionErrorCode, detail: messages.beyondBounds };
  throw thrown;
}
