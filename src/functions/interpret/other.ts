import { failure, type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { Invocation, Note, Reply } from '../../simulator/index.ts';
import { isService, serviceOf } from '../call.ts';
import { messages } from '../messages.ts';
import type { HttpAnswer } from '../wire.ts';
import { bodyValue, headerOf, readEnvelope } from './function.ts';

/**
 * What an answer of any other service means (cloud-apis D, decisions U25 to U28). A service has one answer: in
 * WaitForSystemCallback it is how the work ends, in the other modes it is that of the request.
 */
export function interpretServiceAnswer(
  invocation: Pick<Invocation, 'mode' | 'state' | 'action'>,
  answer: HttpAnswer,
): Reply {
  const { latencyMs, never } = answer.beyond;
  const notes = [...answer.beyond.notes, ...modeNotes(invocation)];
  const outcome = answer.beyond.outcome ?? readOutcome(invocation.action, answer);
  if (invocation.mode !== 'WaitForSystemCallback') return { outcome, latencyMs, never, notes };
  if (never) return { outcome: ok({}), latencyMs: 0, notes };
  if (!outcome.ok && headerOf(answer, completedHeader) === undefined) return { outcome, latencyMs, notes };
  return { outcome: ok({}), latencyMs: 0, later: { by: 'system', afterMs: latencyMs, outcome }, notes };
}

/** Marks a failure of the work itself, as against a refusal of the request. */
export const completedHeader = 'x-fnf-completed';

function readOutcome(action: string, answer: HttpAnswer): Result<Json, FlowError> {
  return isService(action, 'HTTP') ? httpOutcome(answer) : operationOutcome(action, answer);
}

/** A status is data for the flow, never an error by itself (U26); only a broken connection is one. */
function httpOutcome(answer: HttpAnswer): Result<Json, FlowError> {
  if (answer.status === 0) return failure({ code: 'HTTP.RequestFailed', detail: messages.connectionFailed });
  return ok({ Header: answer.headers, Code: answer.status, Body: bodyValue(answer) });
}

function operationOutcome(action: string, answer: HttpAnswer): Result<Json, FlowError> {
  if (answer.status >= 200 && answer.status < 300) return ok(bodyValue(answer));
  const { code, message } = readEnvelope(answer.body);
  const detail = message ?? (answer.body || messages.connectionFailed);
  // What the work itself failed with keeps its name, as a child flow's error does (U27).
  if (code !== undefined && headerOf(answer, completedHeader) !== undefined) return failure({ code, detail });
  return failure({ code: serviceError(action, code ?? 'InternalServerError'), detail });
}

/** An error name of another service: as written when it has a dot, else behind the service's name (ruling R10). */
export const serviceError = (action: string, code: string): string =>
  code.includes('.') ? code : `${serviceOf(action)}.${code}`;

const threeModes = ['FC', 'FNF'];
const reportable = [...threeModes, 'EventBridge', 'MNS', 'HTTP', 'SMS'];

/** The matrix of cloud-apis D.1; other pairs run all the same, with a note. */
function modeNotes({ mode, state, action }: Pick<Invocation, 'mode' | 'state' | 'action'>): Note[] {
  const listed = mode === 'WaitForSystemCallback' ? threeModes : reportable;
  if (mode === 'RequestComplete' || listed.some((service) => isService(action, service))) return [];
  return [{ code: 'T04', message: messages.modeUnsupported(serviceOf(action), mode), state }];
}
