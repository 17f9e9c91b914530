/** What has to be right before a run can start: the flow, and its input. */
import { failure, isObject, type JsonObject, ok, type Result } from '../../base/index.ts';
import { messages } from '../messages.ts';
import type { WorkbenchState } from '../model.ts';

export interface Hindrance {
  readonly text: string;
  readonly tab: 'problems' | 'execution';
}

export function readyToRun(state: WorkbenchState): Result<JsonObject, Hindrance> {
  const { document, settings } = state;
  const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first) return failure({ text: `${messages.run.brokenFlow(errors.length)} ${first.message}`, tab: 'problems' });
  if (document.source.health === 'broken') return failure({ text: messages.run.notReadable, tab: 'problems' });
  const input = readInput(settings.input);
  return input.ok ? input : failure({ text: input.error, tab: 'execution' });
}

/** An empty box is an empty object. */
export function readInput(text: string): Result<JsonObject, string> {
  if (text.trim() === '') return ok({});
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? ok(value) : failure(messages.run.inputNotObject);
  } catch (error) {
    return failure(messages.run.inputNotJson(error instanceof Error ? error.message : String(error)));
  }
}
