import { failure, ok } from '../base/index.ts';
import type { ExitCode, Io } from '../cli/io.ts';
import { main } from '../cli/main.ts';

export interface CommandResult {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
  /** All files there are afterwards. */
  readonly files: Readonly<Record<string, string>>;
}
export interface CommandWorld {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  /** Ctrl+C is noticed when it was asked for this often. */
  readonly interruptedAfter?: number;
}

/** Runs `fdl` with arguments against files in memory. */
export async function fdl(args: readonly string[], world: CommandWorld = {}): Promise<CommandResult> {
  const files = new Map(Object.entries(world.files ?? {}));
  const written = { out: '', err: '' };
  let asked = 0;
  const io: Io = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    read: (path) => {
      const text = path === '-' ? world.stdin : files.get(path.replace(/^\.\//, ''));
      return text === undefined ? failure(`${path}: there is no such file.`) : ok(text);
    },
    write: (path, text) => {
      if (path.startsWith('/readonly/')) return failure(`${path} could not be written: read-only`);
      files.set(path, text);
      return ok(true);
    },
    lines: async function* () {
      yield* (world.stdin ?? '').split('\n').slice(0, -1);
    },
    isTerminal: world.isTerminal ?? false,
    interrupted: () => Promise.resolve((asked += 1) > (world.interruptedAfter ?? Infinity)),
  };
  const exit = await main(args, io);
  return { exit, ...written, files: Object.fromEntries(files) };
}

/** The same with `--format json`, its stdout read. */
export async function fdlJson<T>(
  args: readonly string[],
  world: CommandWorld = {},
): Promise<CommandResult & { json: T }> {
  const result = await fdl([...args, '--format', 'json'], world);
  return { ...result, json: JSON.parse(result.out) as T };
}
