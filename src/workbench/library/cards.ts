/** Function cards as JSON and back; anything that is no card is left out. */
import { isList, isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  type Answer,
  type CallMatch,
  type FunctionCard,
  mostAsyncRetries,
  type ScriptedCallback,
} from '../../scenario/index.ts';

export function writeCards(cards: readonly FunctionCard[]): Json {
  return cards.map(({ match, answers, asyncRetries }) => ({
    match: { ...match },
    answers: answers.map(writeAnswer),
    ...(asyncRetries === undefined ? {} : { asyncRetries }),
  }));
}
function writeAnswer(answer: Answer): JsonObject {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined)) as JsonObject;
}

export function readCards(value: Json | undefined): readonly FunctionCard[] {
  return isList(value) ? value.map(readCard).filter((card) => card !== undefined) : [];
}
export function readCallback(value: Json): ScriptedCallback | undefined {
  if (!isObject(value) || !isObject(value['outcome'])) return undefined;
  const state = text(value['state']);
  if (state === undefined) return undefined;
  const afterMs = positive(value['afterMs'], 0);
  const { ok, value: output, error } = value['outcome'];
  if (ok === true) return { state, afterMs, outcome: { ok: true, value: isObject(output) ? output : {} } };
  const { code, detail }: JsonObject = isObject(error) ? error : {};
  return { state, afterMs, outcome: { ok: false, error: { code: text(code) ?? '', detail: text(detail) ?? '' } } };
}

function readCard(value: Json): FunctionCard | undefined {
  if (!isObject(value) || !isObject(value['match']) || !isList(value['answers'])) return undefined;
  const answers = value['answers'].map(readAnswer).filter((answer) => answer !== undefined);
  const asyncRetries = Math.min(mostAsyncRetries, Math.floor(positive(value['asyncRetries'], 0)));
  return { match: readMatch(value['match']), answers, ...(asyncRetries === 0 ? {} : { asyncRetries }) };
}
function readMatch(value: JsonObject): CallMatch {
  const keys = ['state', 'function', 'service', 'resourceArn', 'action'] as const;
  return Object.fromEntries(keys.flatMap((key) => (typeof value[key] === 'string' ? [[key, value[key]]] : [])));
}

function readAnswer(value: Json): Answer | undefined {
  if (!isObject(value)) return undefined;
  const common = { latencyMs: positive(value['latencyMs'], 0), times: positive(value['times'], 1) };
  switch (value['kind']) {
    case 'return':
      return { ...common, kind: 'return', value: value['value'] ?? null };
    case 'return-expr':
      return { ...common, kind: 'return-expr', expression: text(value['expression']) ?? '' };
    case 'text':
      return { ...common, kind: 'text', text: text(value['text']) ?? '' };
    case 'throw':
      return {
        ...common,
        kind: 'throw',
        errorType: text(value['errorType']),
        errorMessage: text(value['errorMessage']),
      };
    case 'error':
      return { ...common, kind: 'error', code: text(value['code']) ?? '', detail: text(value['detail']) };
    case 'timeout':
      return { ...common, kind: 'timeout' };
    default:
      return undefined;
  }
}
const positive = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? value : otherwise;
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
