import { failure, ok, type Result } from '../base/index.ts';
import { nearest } from '../scenario/index.ts';
import type { ParsedArgs } from './io.ts';
import { messages } from './messages.ts';
import type { CommandSpec, OptionSpec } from './specs.ts';

/**
 * Splits a command's arguments into options and the rest. Our own few lines instead of `node:util`, because an FDL
 * expression or a state name may begin with a minus: what is no option's name is an operand where the command says so.
 */
export function parseArgs(args: readonly string[], spec: CommandSpec): Result<ParsedArgs, string> {
  const positionals: string[] = [];
  const options = new Map<string, string | true>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      positionals.push(...args.slice(at + 1));
      break;
    }
    if (!looksLikeOption(arg, spec)) {
      positionals.push(arg);
      continue;
    }
    const option = readOption(arg, args[at + 1], spec);
    if (!option.ok) return option;
    options.set(option.value.name, option.value.value);
    if (option.value.tookNext) at += 1;
  }
  return checkCount(positionals, spec) ?? checkStdin(positionals, options, spec) ?? ok({ positionals, options });
}

function looksLikeOption(arg: string, spec: CommandSpec): boolean {
  if (!arg.startsWith('-') || arg === '-') return false;
  if (!spec.operandsMayBeginWithDash) return true;
  return arg === '-h' || /^--[a-z]/.test(arg);
}

interface ReadOption {
  readonly name: string;
  readonly value: string | true;
  readonly tookNext: boolean;
}

function readOption(arg: string, next: string | undefined, spec: CommandSpec): Result<ReadOption, string> {
  const equals = arg.indexOf('=');
  const name = equals < 0 ? arg : arg.slice(0, equals);
  const inline = equals < 0 ? undefined : arg.slice(equals + 1);
  if (name === '-h' || name === '--help') return ok({ name: 'help', value: true, tookNext: false });
  const option = spec.options.find((candidate) => `--${candidate.name}` === name);
  if (!option) return failure(messages.unknownOption(name, spec.name, hintFor(name, spec)));
  if (option.value === undefined) {
    return inline === undefined
      ? ok({ name: option.name, value: true, tookNext: false })
      : failure(messages.flagWithValue(name));
  }
  const value = inline ?? (isOptionOf(next, spec) ? undefined : next);
  if (value === undefined) return failure(messages.valueMissing(name, option.value, option.about));
  return checkValue(option, value) ?? ok({ name: option.name, value, tookNext: inline === undefined });
}

/** `--junit --coverage` lacks a file name; it does not name a file `--coverage`. */
function isOptionOf(arg: string | undefined, spec: CommandSpec): boolean {
  const name = arg?.split('=', 1)[0];
  return spec.options.some((option) => `--${option.name}` === name);
}

function hintFor(name: string, spec: CommandSpec): string | undefined {
  const names = [...spec.options.map((option) => `--${option.name}`), '--help'];
  return nearest(name, names);
}

function checkValue(option: OptionSpec, value: string): { ok: false; error: string } | undefined {
  if (option.choices && !option.choices.includes(value)) {
    return failure(messages.badChoice(option.name, value, option.choices, nearest(value, option.choices)));
  }
  return option.check?.(value) === false ? failure(messages.badValue(option.name, value, option.about)) : undefined;
}

function checkCount(positionals: readonly string[], spec: CommandSpec): { ok: false; error: string } | undefined {
  const { least, most } = spec.operands;
  if (positionals.length < least) return failure(messages.operandMissing(spec.name, spec.usage));
  const extra = positionals[most];
  return extra === undefined ? undefined : failure(messages.operandExtra(extra, spec.usage));
}

/** What is read a second time would be empty, and pass for an empty file. */
function checkStdin(
  positionals: readonly string[],
  options: ReadonlyMap<string, string | true>,
  spec: CommandSpec,
): { ok: false; error: string } | undefined {
  const operands = spec.name === 'rename' ? positionals.slice(0, 1) : positionals;
  const read = spec.options.filter(({ name }) => fileOptions.has(name)).map(({ name }) => options.get(name));
  const times = operands.filter((operand) => operand === '-').length;
  const more = read.filter((value) => value === '-' || value === '@-').length;
  return times + more > 1 ? failure(messages.files.stdinTwice) : undefined;
}

/** Options whose value may come from a file or stdin. */
const fileOptions: ReadonlySet<string> = new Set(['input', 'output', 'context', 'global', 'scenario']);

/** The text of an option, `undefined` when it was not given. */
export function optionText(args: ParsedArgs, name: string): string | undefined {
  const value = args.options.get(name);
  return typeof value === 'string' ? value : undefined;
}
