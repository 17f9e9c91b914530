import type { Invocation, Reply } from '../../simulator/index.ts';
import { isFunctionCall } from '../call.ts';
import type { HttpAnswer } from '../wire.ts';
import { interpretFunctionAnswer } from './function.ts';
import { interpretServiceAnswer } from './other.ts';

/** From the bytes of an answer to what the engine is told. */
export function interpretAnswer(invocation: Pick<Invocation, 'mode' | 'state' | 'action'>, answer: HttpAnswer): Reply {
  return isFunctionCall(invocation.action)
    ? interpretFunctionAnswer(invocation, answer)
    : interpretServiceAnswer(invocation, answer);
}
