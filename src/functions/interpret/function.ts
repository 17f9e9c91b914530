import { failure, isObject, type Json, ok, ownValue, parseJson, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { Invocation, Note, Reply } from '../../simulator/index.ts';
import { messages } from '../messages.ts';
import { header, type HttpAnswer } from '../wire.ts';

type Outcome = Result<Json, FlowError>;

/**
 * What an answer of Function Compute means to the flow (cloud-apis A.10): one row of that table each. The name of an
 * error comes from the body, never from the status.
 */
export function interpretFunctionAnswer(invocation: Pick<Invocation, 'mode' | 'state'>, answer: HttpAnswer): Reply {
  const { beyond } = answer;
  const notes = [...beyond.notes, ...notesOn(invocation, answer)];
  const refused = refusalOf(answer);
  if (refused) return { outcome: failure(refused), latencyMs: beyond.latencyMs, notes };
  const isAsync = answer.status === 202;
  if (invocation.mode === 'WaitForSystemCallback') {
    const ending = isAsync ? beyond.completion : answer;
    return { outcome: ok(accepted), latencyMs: 0, later: laterOf(ending), notes };
  }
  if (beyond.never) return { outcome: ok(accepted), latencyMs: 0, never: true, notes };
  if (isAsync) return { outcome: ok(accepted), latencyMs: beyond.latencyMs, notes };
  return { outcome: wrap(functionOutcome(answer)), latencyMs: beyond.latencyMs, notes };
}

/** The output of an accepted asynchronous call (decision F-5); callback modes show it as what was submitted. */
const accepted = { Body: '' };

const wrap = (outcome: Outcome): Outcome => (outcome.ok ? ok({ Body: outcome.value }) : outcome);

/** The system's report once the function ended; none when it never does. Its value is not wrapped (F-3). */
function laterOf(ending: HttpAnswer | undefined): Reply['later'] {
  if (!ending || ending.beyond.never) return undefined;
  return { by: 'system', afterMs: ending.beyond.latencyMs, outcome: functionOutcome(ending) };
}

/** What the code of the function did, read off a 2xx answer. */
function functionOutcome(answer: HttpAnswer): Outcome {
  return hasThrown(answer) ? failure(thrown(answer.body)) : ok(bodyValue(answer));
}

const hasThrown = (answer: HttpAnswer | undefined): boolean =>
  answer !== undefined && headerOf(answer, header.errorType) !== undefined;

/** Without an `errorType` the error is `FC.Unknown` (F-1); a process that died has none. Detail: ruling R9. */
function thrown(body: string): FlowError {
  const parsed = parseJson(body);
  const read = (key: string): string | undefined => {
    const value = isObject(parsed) ? ownValue(parsed, key) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { code: read('errorType') ?? 'FC.Unknown', detail: read('errorMessage') ?? body };
}

/** JSON where the bytes are JSON, unless the function says that they are text (F-4). */
export function bodyValue(answer: HttpAnswer): Json {
  if (headerOf(answer, 'content-type')?.startsWith('text/') === true) return answer.body;
  return jsonOrText(answer.body);
}

/** The JSON a text is; a text that is none stays text. `null` is JSON too. */
export function jsonOrText(text: string): Json {
  const value = parseJson(text);
  return value === undefined ? text : value;
}

/** The error of a call that was not taken, in any of the three spellings (cloud-apis A.4). */
function refusalOf(answer: HttpAnswer): FlowError | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  if (answer.status === 0) return { code: 'FC.InternalServerError', detail: messages.connectionFailed };
  const { code, message } = readEnvelope(answer.body);
  if (code === undefined) return { code: 'FC.InternalServerError', detail: answer.body || messages.unreadableAnswer };
  // A code with a service of its own is somebody's deliberate choice in a mock.
  return { code: code.includes('.') ? code : `FC.${code}`, detail: message ?? answer.body };
}

/** Code and message of an error body: `Code`/`Message`, `ErrorCode`/`ErrorMessage` or `errorCode`/`errorMessage`. */
export function readEnvelope(body: string): {
  readonly code: string | undefined;
  readonly message: string | undefined;
} {
  const parsed = parseJson(body);
  const read = (...keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const value = isObject(parsed) ? ownValue(parsed, key) : undefined;
      if (typeof value === 'string' && value !== '') return value;
    }
    return undefined;
  };
  return {
    code: read('Code', 'ErrorCode', 'errorCode'),
    message: read('Message', 'ErrorMessage', 'errorMessage'),
  };
}

export function headerOf(answer: HttpAnswer, name: string): string | undefined {
  const direct = answer.headers[name];
  if (direct !== undefined) return direct;
  const found = Object.keys(answer.headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : answer.headers[found];
}

function notesOn({ mode, state }: Pick<Invocation, 'mode' | 'state'>, answer: HttpAnswer): Note[] {
  const isAsync = answer.status === 202;
  if (isAsync && mode !== 'WaitForSystemCallback' && answer.beyond.completion && answer.beyond.mocked) {
    return [{ code: 'R21', message: messages.asyncInvisible, state }];
  }
  if (isAsync && mode === 'WaitForSystemCallback' && hasThrown(answer.beyond.completion)) {
    return [{ code: 'F-19', message: messages.noAsyncRetries, state }];
  }
  if (isAsync || answer.status >= 300 || answer.status === 0) return [];
  if (mode === 'WaitForSystemCallback') return [{ code: 'T07', message: messages.syncWithSystemCallback, state }];
  if (mode === 'WaitForCustomCallback') return [{ code: 'F-6', message: messages.syncWithCustomCallback, state }];
  return [];
}
