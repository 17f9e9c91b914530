import { yamlReady } from '../fdl/index.ts';
import { nearest } from '../scenario/index.ts';
import { parseArgs } from './args.ts';
import { evaluateCommand } from './commands/eval.ts';
import { runCommand } from './commands/run.ts';
import { testCommand } from './commands/test.ts';
import { validateCommand } from './commands/validate.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Command, ExitCode, Io } from './io.ts';
import { messages } from './messages.ts';
import { type CommandName, specs } from './specs.ts';
import { misuse } from './usage.ts';
import { version } from './version.ts';

/** What only some commands need (edits, pictures) is loaded when it is asked for: a run starts without it. */
const commands: Readonly<Record<CommandName, () => Command | Promise<Command>>> = {
  validate: () => validateCommand,
  run: () => runCommand,
  test: () => testCommand,
  eval: () => evaluateCommand,
  rename: async () => (await import('./commands/rename.ts')).renameCommand,
  graph: async () => (await import('./commands/graph.ts')).graphCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
};

/** The whole program: arguments in, exit status out; everything else goes through `io`. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(generalHelp());
    return 2;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return say(io, generalHelp());
  if (name === '--version' || name === '-V') return say(io, `${version}\n`);
  return name === 'help' ? run([...rest, '--help'], io) : run(args, io);
}

function say(io: Io, text: string): ExitCode {
  io.out(text);
  return 0;
}

async function run([name = '', ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  const spec = specs.find((candidate) => candidate.name === name);
  if (!spec) return misuse(io, messages.unknownCommand(name, nearest(name, Object.keys(commands))));
  if (asksForHelp(rest)) return say(io, commandHelp(spec));
  const parsed = parseArgs(rest, spec);
  if (!parsed.ok) return misuse(io, parsed.error, name);
  const [command] = await Promise.all([commands[spec.name](), yamlReady()]);
  return command(parsed.value, io);
}

/** Help is given whatever else is on the line; a mistake beside it is no reason to refuse it. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}
