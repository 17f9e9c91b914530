import { assertNever } from '../../base/index.ts';
import type { Answer } from '../../scenario/index.ts';

export const answerKinds = [
  'return',
  'text',
  'throw',
  'error',
  'timeout',
  'return-expr',
] as const satisfies readonly Answer['kind'][];

/** An answer to begin with when a kind is chosen; latency and count of the former one are kept. */
export function freshAnswer(kind: Answer['kind'], before?: Answer): Answer {
  const common = { latencyMs: before?.latencyMs ?? 0, times: before?.times ?? 1 };
  switch (kind) {
    case 'return':
      return { ...common, kind, value: {} };
    case 'return-expr':
      return { ...common, kind, expression: '$Input' };
    case 'text':
      return { ...common, kind, text: 'ok' };
    case 'throw':
      return { ...common, kind, errorType: 'Error', errorMessage: 'something went wrong' };
    case 'error':
      return { ...common, kind, code: 'FC.ResourceThrottled', detail: undefined };
    case 'timeout':
      return { ...common, kind };
    default:
      return assertNever(kind);
  }
}

/** Codes of Function Compute as a flow sees them, the common ones first. */
export function errorCodes(all: readonly { readonly code: string }[]): readonly string[] {
  const common = [
    'ResourceThrottled',
    'ResourceExhausted',
    'InternalServerError',
    'AccessDenied',
    'InvalidArgument',
    'EntityTooLarge',
  ];
  const others = all.map(({ code }) => code).filter((code) => !common.includes(code));
  return [...common, ...others].map((code) => `FC.${code}`);
}
