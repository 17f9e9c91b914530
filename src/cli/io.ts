import type { Result } from '../base/index.ts';

/** Everything a command touches outside of itself. Tests pass fakes; `node-io.ts` is the real one. */
export interface Io {
  /** Data, for programs and pipes. */
  readonly out: (text: string) => void;
  /** Sentences, for people. */
  readonly err: (text: string) => void;
  /** A file as text, `-` for everything on stdin; else the reason, ready to be shown. */
  readonly read: (path: string) => Result<string, string>;
  /** Writes a whole file or nothing: never a half-written one. Missing folders are made. */
  readonly write: (path: string, text: string) => Result<true, string>;
  /** Stdin line by line, as lines arrive. */
  readonly lines: () => AsyncIterable<string>;
  /** True when a person reads stdout on a terminal. */
  readonly isTerminal: boolean;
  /** Lets Ctrl+C be noticed; true once it was pressed. */
  readonly interrupted: () => Promise<boolean>;
}

/** 0 good · 1 the file or the run is bad · 2 the command was used wrongly · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** One `fdl` subcommand. */
export type Command = (args: ParsedArgs, io: Io) => ExitCode | Promise<ExitCode>;

export interface ParsedArgs {
  readonly positionals: readonly string[];
  /** By option name without dashes; a flag is `true`. */
  readonly options: ReadonlyMap<string, string | true>;
}
