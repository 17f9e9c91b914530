import type { ExitCode, Io } from './io.ts';
import { messages } from './messages.ts';

/** The command was used wrongly: what is wrong and where to look, on stderr. */
export function misuse(io: Io, problem: string, command?: string): ExitCode {
  io.err(`fdl: ${problem}\n${messages.seeHelp(command)}\n`);
  return 2;
}

/** A file cannot be had: one line. */
export function noFile(io: Io, reason: string): ExitCode {
  io.err(`fdl: ${reason}\n`);
  return 2;
}

/** The file or the run is bad: why, on stderr. */
export function refuse(io: Io, reason: string): ExitCode {
  io.err(`fdl: ${reason}\n`);
  return 1;
}
