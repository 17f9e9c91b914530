import { nodePackage } from '../node-package.ts';
import { messages } from './messages.ts';

/**
 * Regular expressions with RE2 semantics, matched in linear time by the `re2js` package. It weighs as much as all of
 * the language core, and few flows use it, so it is fetched when the first such expression is read: at once where modules
 * can be had synchronously (Node), in the background in a browser. `patternsReady` waits for it.
 */
interface Engine {
  readonly compile: (pattern: string) => Compiled;
}
interface Compiled {
  readonly test: (text: string) => boolean;
  readonly programSize: () => number;
}

const longestPattern = 1_000;
/** States of the pattern times characters of the text: some tenths of a second at worst. */
const mostWork = 60_000_000;
const rememberedPatterns = 200;

let engine: Engine | undefined;
let arriving: Promise<void> | undefined;
const compiled = new Map<string, Compiled | string>();

/** Fetches the engine in the background, where it cannot be had at the moment of need (a page, a bundle on its own). */
export function prefetchPatterns(): void {
  engine ??= fromNode();
  if (!engine) fetchEngine();
}

function fetchEngine(): void {
  arriving ??= import('re2js').then(
    (module) => {
      engine = module.RE2JS as Engine;
    },
    () => {
      arriving = undefined;
    },
  );
}

/** Settles when every expression read so far can be evaluated. */
export async function patternsReady(): Promise<void> {
  await arriving;
}

function fromNode(): Engine | undefined {
  return (nodePackage('re2js') as { readonly RE2JS: Engine } | undefined)?.RE2JS;
}

/** Whether the pattern occurs in the text (unanchored), or the reason why that cannot be said. */
export function matchPattern(pattern: string, text: string): boolean | string {
  if (pattern.length > longestPattern) return messages.patternTooLong(longestPattern);
  engine ??= fromNode();
  if (!engine) {
    fetchEngine();
    return messages.patternsNotReady;
  }
  const program = compile(engine, pattern);
  if (typeof program === 'string') return messages.badPattern(pattern, program);
  if (program.programSize() * text.length > mostWork) return messages.patternTooCostly;
  return program.test(text);
}

function compile(by: Engine, pattern: string): Compiled | string {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const fresh = compileFresh(by, pattern);
  if (compiled.size >= rememberedPatterns) compiled.clear();
  compiled.set(pattern, fresh);
  return fresh;
}

function compileFresh(by: Engine, pattern: string): Compiled | string {
  try {
    return by.compile(pattern);
  } catch (problem) {
    return problem instanceof Error ? problem.message.replace(/^error parsing regexp: /, '') : String(problem);
  }
}
