import type { Json } from '../base/index.ts';

/** What a mocked function or service does when it is called (product contract, section 6). */
export type Answer = {
  /** Virtual time until it has its effect, in milliseconds. */
  readonly latencyMs: number;
  /** How many calls it serves before the next answer's turn. */
  readonly times: number;
} & (
  | { readonly kind: 'return'; readonly value: Json }
  /** Computed from the request body as `$Input`; the text is an FDL expression. */
  | { readonly kind: 'return-expr'; readonly expression: string }
  /** Text that is not to be read as JSON. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'throw'; readonly errorType: string | undefined; readonly errorMessage: string | undefined }
  /** The service refuses: an error code with or without its service prefix. */
  | { readonly kind: 'error'; readonly code: string; readonly detail: string | undefined }
  | { readonly kind: 'timeout' }
);

/** Which calls a card answers: every given key must match. */
export interface CallMatch {
  readonly state?: string;
  readonly function?: string;
  readonly service?: string;
  readonly resourceArn?: string;
  readonly action?: string;
}
/** One entry of `functions`: its answers are used in order over all calls it matches; the last one repeats. */
export interface FunctionCard {
  readonly match: CallMatch;
  readonly answers: readonly Answer[];
  /**
   * How often Function Compute itself runs an asynchronous call again whose function threw, 0 to 8 (cloud-apis A.8);
   * absent is 0, though the service's own default is 3 (decision F-19).
   */
  readonly asyncRetries?: number | undefined;
}
/** As often as `maxAsyncRetryAttempts` allows (cloud-apis A.8). */
export const mostAsyncRetries = 8;
/** What a match is tried against. */
export interface Call {
  readonly state: string;
  readonly action: string;
  readonly resourceArn: string | undefined;
  readonly function: string | undefined;
  readonly service: string | undefined;
}
