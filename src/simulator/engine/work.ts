import { assertNever, type Json } from '../../base/index.ts';
import type { Work } from '../program.ts';
import { wording } from '../wording.ts';
import { evaluate } from './evaluate.ts';
import { describe, errorCodes, failure, invalidDefinition } from './errors.ts';
import { record } from './fail.ts';
import { forkBranches } from './fork.ts';
import { limits } from './limits.ts';
import type { Live, LiveThread } from './live.ts';
import { beginMap } from './map.ts';
import { sleep } from './move.ts';
import { wholeNumber } from './numbers.ts';
import { complete, failed, type Outcome } from './outcome.ts';
import { attempt } from './task.ts';

/** What a state does between its input and its raw output; also what a retry does again. */
export function work(live: Live, thread: LiveThread): Outcome {
  const { work: what } = thread.state;
  switch (what.kind) {
    case 'pass':
      return complete(thread, thread.input);
    case 'choice':
      return choose(live, thread, what);
    case 'task':
      return attempt(live, thread, what);
    case 'wait':
      return wait(live, thread, what);
    case 'parallel':
      return forkBranches(live, thread, what);
    case 'map':
      return beginMap(live, thread, what);
    case 'fail':
      return raise(live, thread, what);
    case 'unknown':
      return failed(thread, invalidDefinition(wording.unknownType(what.writtenType)));
    default:
      return assertNever(what);
  }
}

/** The first true condition wins (reference 4.4); a value that is not boolean is an error (U18). */
function choose(live: Live, thread: LiveThread, choice: Extract<Work, { kind: 'choice' }>): Outcome {
  let index = 0;
  for (const { condition, text, target } of choice.branches) {
    const value = evaluate(live, thread, condition);
    if (!value.ok) return failed(thread, { error: value.error, kind: 'work' });
    if (typeof value.value !== 'boolean') {
      return failed(thread, failure(errorCodes.expression, wording.notBoolean(text, describe(value.value)), 'work'));
    }
    if (value.value) return follow(live, thread, index, target);
    index += 1;
  }
  return follow(live, thread, undefined, choice.otherwise);
}

type ChoiceTarget = Extract<Work, { kind: 'choice' }>['otherwise'];

function follow(live: Live, thread: LiveThread, branch: number | undefined, target: ChoiceTarget): Outcome {
  if (target.state) record(live, thread, { kind: 'choice', branch, target: target.state.id });
  return complete(thread, thread.input, target);
}

/** Standard 1 to 300 s, Express 1 to 20 (reference 4.3, U42). */
function wait(live: Live, thread: LiveThread, what: Extract<Work, { kind: 'wait' }>): Outcome {
  if (!what.seconds) return failed(thread, invalidDefinition(wording.noWork('Seconds')));
  const value = evaluate(live, thread, what.seconds);
  if (!value.ok) return failed(thread, { error: value.error, kind: 'work' });
  const seconds = wholeNumber(value.value, 'Seconds', 1, limits.waitSeconds[thread.home.mode]);
  if (!seconds.ok) return failed(thread, seconds.error);
  sleep(live, thread, 'wait', 1000 * seconds.value);
  return undefined;
}

/** A Fail state raises its error in its scope (U10); what is not written is empty text (U11). */
function raise(live: Live, thread: LiveThread, what: Extract<Work, { kind: 'fail' }>): Outcome {
  const code = what.code && evaluate(live, thread, what.code);
  if (code && !code.ok) return failed(thread, { error: code.error, kind: 'work' });
  const detail = what.detail && evaluate(live, thread, what.detail);
  if (detail && !detail.ok) return failed(thread, { error: detail.error, kind: 'work' });
  const error = { code: asText(code?.value), detail: asText(detail?.value) };
  return failed(thread, { error, kind: 'work', raised: true });
}

function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
