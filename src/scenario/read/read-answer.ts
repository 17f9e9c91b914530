import { isMap } from 'yaml';
import type { Json } from '../../base/index.ts';
import { parseExpression, walkExpression } from '../../fdl/index.ts';
import { type Answer, type CallMatch, type FunctionCard, mostAsyncRetries } from '../answer.ts';
import { duration, list, map, needsOneOf, text, wholeNumber, yes } from './readers.ts';
import { messages } from '../messages.ts';
import { json, type Read, report } from './yaml-reader.ts';

interface ThrownFields {
  readonly errorType: string;
  readonly errorMessage: string;
}
interface ErrorFields {
  readonly code: string;
  readonly detail: string;
}
interface AnswerFields {
  readonly return: Json;
  readonly returnExpr: string;
  readonly text: string;
  readonly throw: Partial<ThrownFields>;
  readonly error: Partial<ErrorFields>;
  readonly timeout: true;
  readonly latency: number;
  readonly times: number;
}
const kindKeys = ['return', 'text', 'throw', 'error', 'timeout', 'returnExpr'] as const;

/** `error: FC.ResourceThrottled`, or with a text of its own as `{code, detail}`. */
const refusal: Read<Partial<ErrorFields>> = (spot) => {
  if (isMap(spot.node)) return map<ErrorFields>({ code: text, detail: text }, ['code'])(spot);
  const code = text(spot);
  return code === undefined ? undefined : { code };
};

/** Text of an FDL expression; a mistake in it is told here and not when the answer's turn comes. */
const expression: Read<string> = (spot) => {
  const written = text(spot);
  if (written === undefined) return undefined;
  let reason: string | undefined;
  walkExpression(parseExpression(written), (part) => {
    if (part.kind === 'broken') reason ??= part.message;
  });
  return reason === undefined ? written : report(spot, messages.badExpression(reason));
};

const fields = map<AnswerFields>({
  return: json,
  text,
  throw: map<ThrownFields>({ errorType: text, errorMessage: text }),
  error: refusal,
  timeout: yes,
  returnExpr: expression,
  latency: duration,
  times: wholeNumber(1),
});

const answer: Read<Answer> = (spot) => {
  const given = fields(spot);
  if (!given || !needsOneOf(spot, kindKeys)) return undefined;
  const kind = kindOf(given);
  return kind && { ...kind, latencyMs: given.latency ?? 0, times: given.times ?? 1 };
};

type Kind = Answer extends infer A ? (A extends Answer ? Omit<A, 'latencyMs' | 'times'> : never) : never;

function kindOf(given: Partial<AnswerFields>): Kind | undefined {
  if (given.return !== undefined) return { kind: 'return', value: given.return };
  if (given.returnExpr !== undefined) return { kind: 'return-expr', expression: given.returnExpr };
  if (given.text !== undefined) return { kind: 'text', text: given.text };
  if (given.timeout) return { kind: 'timeout' };
  if (given.error?.code !== undefined) return { kind: 'error', code: given.error.code, detail: given.error.detail };
  if (given.throw === undefined) return undefined;
  return { kind: 'throw', errorType: given.throw.errorType, errorMessage: given.throw.errorMessage };
}

const match = map<Required<CallMatch>>({ state: text, function: text, service: text, resourceArn: text, action: text });

interface CardFields {
  readonly match: CallMatch;
  readonly answers: readonly Answer[];
  readonly asyncRetries: number;
}
const cardFields = map<CardFields>(
  { match, answers: list(answer, 1), asyncRetries: wholeNumber(0, mostAsyncRetries) },
  ['match', 'answers'],
);

/** One entry of `functions`. */
export const functionCard: Read<FunctionCard> = (spot) => {
  const given = cardFields(spot);
  if (!given?.match || !given.answers) return undefined;
  const { match: matched, answers, asyncRetries } = given;
  return { match: matched, answers, ...(asyncRetries ? { asyncRetries } : {}) };
};
