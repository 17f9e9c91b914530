import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { CompiledState, Target } from '../program.ts';
import { wording } from '../wording.ts';
import { evaluate } from './evaluate.ts';
import { emitPair } from './emit.ts';
import { type Failure, invalidDefinition } from './errors.ts';
import { isLenient, noteLeniency } from './lenient.ts';
import { dataProblem, globalProblem } from './limits.ts';
import type { Live, LiveThread } from './live.ts';
import { standBefore } from './move.ts';
import { failed, type Outcome } from './outcome.ts';

/** The work is done: builds output and `$Global` (reference section 1.1, steps 6 to 10) and moves on. */
export function leave(live: Live, thread: LiveThread, raw: Json, chosen: Target | undefined): Outcome {
  const { state } = thread;
  const ends = chosen === undefined && state.ends;
  const target = chosen ?? state.next;
  if (!ends && !target?.state) return failed(thread, noTarget(target));
  let final = raw;
  if (state.outputConstructor) {
    const built = evaluate(live, thread, state.outputConstructor, raw);
    if (!built.ok) return failed(thread, { error: built.error, kind: 'constructor' });
    final = built.value;
  }
  const problem = writeGlobal(live, thread, state, raw, final);
  if (problem) return failed(thread, problem);
  emitPair(live, thread, 'done', final);
  if (ends || !target?.state) return { kind: 'end-scope', thread, output: final };
  standBefore(live, thread, target.state, final);
  return undefined;
}

function noTarget(target: Target | undefined): Failure {
  return invalidDefinition(target ? wording.noSuchState(target.name) : wording.noTransition);
}

/** Stores the GlobalConstructor's values unless something is wrong with them or with the output. */
function writeGlobal(
  live: Live,
  thread: LiveThread,
  state: CompiledState,
  raw: Json,
  final: Json,
): Failure | undefined {
  if (!state.globalConstructor) return outputProblem(live, thread, final);
  const built = evaluate(live, thread, state.globalConstructor, raw);
  if (!built.ok) return { error: built.error, kind: 'constructor' };
  const problem = globalProblem(built.value) ?? outputProblem(live, thread, final);
  if (!problem && isObject(built.value)) thread.home.global = merge(thread.home.global, built.value);
  return problem;
}

/** An input that came through unchanged was measured on entering. */
function outputProblem(live: Live, thread: LiveThread, final: Json): Failure | undefined {
  if (final === thread.input) return undefined;
  const lenient = isLenient(live, thread);
  if (lenient && !isObject(final)) noteLeniency(live, thread);
  return dataProblem(final, 'output', lenient);
}

/** Spreading defines own keys, `__proto__` among them. */
const merge = (a: JsonObject, b: JsonObject): JsonObject => ({ ...a, ...b });
