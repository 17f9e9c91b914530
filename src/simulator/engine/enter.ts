import { isObject } from '../../base/index.ts';
import { evaluate } from './evaluate.ts';
import { emitData, emitPair, emitScope } from './emit.ts';
import { isLenient, noteLeniency } from './lenient.ts';
import { dataProblem } from './limits.ts';
import type { Live, LiveThread } from './live.ts';
import { failed, type Outcome } from './outcome.ts';
import { work } from './work.ts';

/** The thread enters the state it stands before (reference section 1.1, steps 1 to 4). */
export function enter(live: Live, thread: LiveThread): Outcome {
  if (thread.lastEvent === 0) beginScope(live, thread);
  const { inputConstructor } = thread.state;
  if (inputConstructor) {
    emitData(live, thread, 'entered', thread.received);
    const built = evaluate(live, thread, inputConstructor);
    if (!built.ok) return failed(thread, { error: built.error, kind: 'constructor' });
    thread.input = built.value;
  }
  const problem = dataProblem(thread.input, 'input', isLenient(live, thread));
  if (problem && !inputConstructor) emitData(live, thread, 'entered', thread.received);
  if (problem) return failed(thread, problem);
  if (!isObject(thread.input)) noteLeniency(live, thread);
  if (inputConstructor) emitData(live, thread, 'started', thread.input);
  else emitPair(live, thread, 'begun', thread.input);
  thread.startedEvent = thread.lastEvent;
  return work(live, thread);
}

/** A branch or item begins when its first state is entered; what caused it is the StepStarted around it (U30). */
function beginScope(live: Live, thread: LiveThread): void {
  const { owner } = thread;
  if (!owner) return;
  thread.lastEvent = owner.startedEvent;
  emitScope(live, thread, owner, 'entered', thread.received);
}
