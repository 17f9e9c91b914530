import type { Json } from '../../base/index.ts';
import type { Answer } from '../../scenario/index.ts';
import { jsonOrText } from '../interpret/function.ts';
import { messages } from '../messages.ts';
import { evaluateAnswer } from './answer-expression.ts';

/** What a mocked function or service was told to do for one call, and the circumstances its answer mentions. */
export interface Served {
  /** `undefined` when no card matches. */
  readonly answer: Answer | undefined;
  readonly requestId: string;
  /** Where chance in an answer's expression comes from. */
  readonly seed: number;
}

/** What a function does: the answer with its expression worked out. */
export type Deed =
  | { readonly kind: 'return'; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'throw'; readonly errorType: string | undefined; readonly errorMessage: string | undefined }
  | { readonly kind: 'error'; readonly code: string; readonly detail: string | undefined }
  | { readonly kind: 'timeout' };

/** Works out `returnExpr` over what was sent: its JSON where it is JSON, else the text; nothing sent is `{}`. */
export function deedOf(answer: Answer, body: string, seed: number): Deed {
  if (answer.kind !== 'return-expr') return answer;
  const result = evaluateAnswer(answer.expression, readBody(body), seed);
  if (result.ok) return { kind: 'return', value: result.value };
  return { kind: 'throw', errorType: result.error.code, errorMessage: messages.expressionFailed(result.error.detail) };
}

export const readBody = (body: string): Json => (body === '' ? {} : jsonOrText(body));
