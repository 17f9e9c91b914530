import { type Json, ok } from '../base/index.ts';
import type { Answer, AnswerBook } from '../scenario/index.ts';
import type { Invocation, Reply } from '../simulator/index.ts';
import { callKey, callOf, isFunctionCall, isService } from './call.ts';
import { parameter } from './request/body.ts';
import { functionTarget } from './request/function.ts';

/**
 * The short way for the most common call: a synchronous function (or a plain service) whose card returns a value. What
 * comes out is what the long way over text gives, proved by a law test; big, deep and special calls take the long way.
 */
export function createQuickAnswers(
  answers: AnswerBook,
  count: (key: string) => void,
): (invocation: Invocation) => Reply | undefined {
  return (invocation) => {
    if (invocation.mode !== 'RequestComplete') return undefined;
    const isFunction = isFunctionCall(invocation.action);
    if (!isFunction && isService(invocation.action, 'HTTP')) return undefined;
    if (!isModest(isFunction ? parameter(invocation, 'body') : invocation.parameters, 60)) return undefined;
    if (isFunction && !isSyncCall(invocation)) return undefined;
    const call = callOf(invocation);
    if (answers.peek(call)?.answer.kind !== 'return') return undefined;
    const answer = answers.next(call)?.answer;
    if (answer?.kind !== 'return') return undefined;
    count(callKey(call));
    const value = asSent(answer, answer.value);
    return { outcome: ok(isFunction ? { Body: value } : value), latencyMs: answer.latencyMs };
  };
}

function isSyncCall(invocation: Invocation): boolean {
  const target = functionTarget(invocation);
  return target.ok && target.value.type === 'Sync';
}

/** What is left of a value after its way over JSON text; worked out once for each answer. */
const sent = new WeakMap<Answer, Json>();
function asSent(answer: Answer, value: Json): Json {
  const known = sent.get(answer);
  if (known !== undefined) return known;
  const result = JSON.parse(JSON.stringify(value)) as Json;
  sent.set(answer, result);
  return result;
}

/** Surely neither too large nor too deep to be sent; looks at no more than `budget` values. */
function isModest(value: Json | undefined, budget: number): boolean {
  const waiting: (Json | undefined)[] = [value];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen > budget) return false;
    const next = waiting.pop();
    if (typeof next === 'string' && next.length > longText) return false;
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, part] of Object.entries(next as Readonly<Record<string, Json>>)) {
      if (key.length > longText || waiting.length > budget) return false;
      waiting.push(part);
    }
  }
  return true;
}
const longText = 50_000;
