import { failure, isObject, type JsonObject, ok, type Result } from '../../base/index.ts';
import { messages } from '../run-messages.ts';

/** The service takes objects only; what is none is not sent at all. */
export function readOutput(text: string): Result<JsonObject, string> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? ok(value) : failure(messages.callbacks.notObject);
  } catch (error) {
    return failure(messages.callbacks.notJson(error instanceof Error ? error.message : String(error)));
  }
}
