import type { Json } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import { wording } from '../wording.ts';

/** How an error may be dealt with (rulings R18, decision U17). */
export type FailureKind =
  /** Retry and Catch. */
  | 'work'
  /** Catch only: the work is not done again for a constructor's sake. */
  | 'constructor'
  /** Neither: the execution ends. */
  | 'terminal';

export interface Failure {
  readonly error: FlowError;
  readonly kind: FailureKind;
  /** It was raised by a Fail state (decision U10). */
  readonly raised?: boolean;
  /** It comes from a branch or item inside. */
  readonly inherited?: boolean;
}

/** Error names made up for the simulator: shown as such, so that nobody writes them into a real flow. */
export const errorCodes = {
  expression: 'FnF.ExpressionError',
  dataLimit: 'FnF.DataLimitExceeded',
  invalidData: 'FnF.InvalidData',
  invalidItems: 'FnF.InvalidItems',
  eventLimit: 'FnF.EventLimitExceeded',
  definition: 'FnF.InvalidDefinition',
  timeout: 'FnF.TaskTimeout',
  lifetime: 'FnF.ExecutionTimeout',
} as const;

export const failure = (code: string, detail: string, kind: FailureKind): Failure => ({
  error: { code, detail },
  kind,
});

/** The flow cannot go on as written; the validator reports this before a run starts. */
export const invalidDefinition = (detail: string): Failure => failure(errorCodes.definition, detail, 'terminal');

/** What a value is, in words. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return wording.nothing;
  if (value === null) return wording.kindOf.null;
  if (Array.isArray(value)) return wording.kindOf.list;
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? wording.kindOf[type] : wording.kindOf.object;
}

/** A scalar as written, anything else in words. */
export function describe(value: Json | undefined): string {
  const scalar = value !== undefined && (value === null || typeof value !== 'object');
  return scalar ? JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value) : kindOf(value);
}
