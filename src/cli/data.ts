import { failure, type Json, ok, type Result } from '../base/index.ts';
import type { ExecutionMode } from '../simulator/index.ts';
import { optionText } from './args.ts';
import type { Io, ParsedArgs } from './io.ts';
import { messages } from './messages.ts';

/** JSON given as an option: on the line itself, `@FILE`, or `-` for stdin. `undefined` inside when the option is absent. */
export function jsonOption(args: ParsedArgs, name: string, io: Io): Result<Json | undefined, string> {
  const given = optionText(args, name);
  if (given === undefined) return ok(undefined);
  const file = given === '-' ? given : given.startsWith('@') ? given.slice(1) : undefined;
  const text = file === undefined ? ok(given) : io.read(file);
  if (!text.ok) return text;
  const value = readJson(text.value);
  return value.ok ? value : failure(messages.notJson(name, value.error));
}

/** JSON text, with the parser's own reason when it is none. */
export function readJson(text: string): Result<Json, string> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as Json);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

export const modeOf = (args: ParsedArgs): ExecutionMode =>
  optionText(args, 'mode') === 'Express' ? 'Express' : 'Standard';
