import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failure, ok, type Result } from '../base/index.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';

const say = messages.files;

/** The real outside: files, stdin, stdout, stderr, Ctrl+C. */
export function createNodeIo(): Io {
  let pressed = false;
  let listening = false;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    read: readText,
    write: writeWhole,
    lines: stdinLines,
    isTerminal: process.stdout.isTTY === true,
    interrupted: async () => {
      // Signals arrive between two turns of the event loop, so one is let pass. Pressing twice ends at once.
      if (!listening) process.on('SIGINT', () => (pressed ? process.exit(130) : (pressed = true)));
      listening = true;
      await new Promise((resolve) => setImmediate(resolve));
      return pressed;
    },
  };
}

/** The reader of lines is loaded when it is needed: every other command starts without it. */
async function* stdinLines(): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  yield* createInterface({ input: process.stdin, crlfDelay: Infinity });
}

function readText(path: string): Result<string, string> {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return failure(readFailure(path, error));
  }
}

function readFailure(path: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return say.missing(path);
    case 'EISDIR':
      return say.folder(path);
    case 'EACCES':
    case 'EPERM':
      return say.refused(path);
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return say.notText(path);
    // Stdin that nobody connected (a terminal in the background) has nothing to read.
    case 'EAGAIN':
    case 'EOF':
      return say.failed(path, messages.files.noStdin);
    default:
      return say.failed(path, error instanceof Error ? error.message : String(error));
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** What cannot be taken away again was not written either: its folder is a file, or refuses changes. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The reason that is told is the one that came first.
  }
}

/** Into a file beside it first, then renamed: whoever looks sees the old text or the new one, never a part. */
function writeWhole(path: string, text: string): Result<true, string> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
    return ok(true);
  } catch (error) {
    discard(temporary);
    return failure(say.notWritten(path, error instanceof Error ? error.message : String(error)));
  }
}
