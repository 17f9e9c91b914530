import { about } from './messages.ts';

export interface KnownError {
  readonly code: string;
  readonly about: string;
  /** A name of the simulator's own: real flows must not rely on it. */
  readonly inventedHere?: boolean;
}

const invented = new Set([
  'FnF.ExpressionError',
  'FnF.InvalidItems',
  'FnF.DataLimitExceeded',
  'FnF.InvalidData',
  'FnF.EventLimitExceeded',
  'FnF.ExecutionTimeout',
  'FnF.InvalidDefinition',
  'HTTP.RequestFailed',
]);

/** Error names that Retry and Catch rules can match (reference sections 8.4 and 15). */
export const knownErrors: readonly KnownError[] = Object.entries(about.errors).map(([code, text]) =>
  invented.has(code) ? { code, about: text, inventedHere: true } : { code, about: text },
);
