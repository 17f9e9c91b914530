import { type ExecutionEvent, type Run, stateNameOf } from '../simulator/index.ts';

/** A run as plain text, one line an event, for people to review. */
export function traceOf(run: Run): string {
  const lines = run.events.map(eventLine);
  const outcome = run.error ? `${run.error.code}: ${brief(run.error.detail)}` : JSON.stringify(run.output ?? null);
  const ending = run.status === 'Waiting' ? '' : `  ${outcome}`;
  const waiting = run.waiting.map(({ kind, state }) => `   waits: ${stateNameOf(state)} (${kind})`);
  const notes = run.notes.map(
    ({ code, state }) => `   note ${code}${state === undefined ? '' : ` (${stateNameOf(state)})`}`,
  );
  return [...lines, `=> ${run.status} at ${clock(run.virtualMs)}${ending}`, ...waiting, ...notes].join('\n');
}

function eventLine({ id, cause, at, type, stepName, detail }: ExecutionEvent): string {
  const ids = `${String(id).padStart(3)} <${String(cause).padStart(3)}`;
  const what = stepName === '' ? type : `${type} ${stepName}`;
  const text = JSON.stringify(detail, shorten).replace(/djEj[A-Za-z0-9+/=]{40,}/g, 'TOKEN');
  return `${ids}  ${clock(at).padEnd(8)} ${what.padEnd(34)} ${text}`.trimEnd();
}

/** Explanations are another layer's wording; their beginning says enough. */
function shorten(key: string, value: unknown): unknown {
  return key === 'cause' && typeof value === 'string' ? brief(value) : value;
}

const brief = (text: string): string => (text.length > 70 ? `${text.slice(0, 70)}…` : text);

function clock(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}
