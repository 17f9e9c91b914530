import { failure, ok, type Result } from '../base/index.ts';
import { messages } from './messages.ts';

/** What the resource name of a function says (cloud-apis A.1). Empty region and account are filled from the settings. */
export interface FunctionArn {
  readonly generation: '3.0' | '2.0';
  readonly region: string;
  readonly account: string;
  /** Only in the 2.0 form. */
  readonly service: string | undefined;
  readonly function: string;
  readonly qualifier: string | undefined;
}

/**
 * Reads both forms, with empty region and account, qualifiers and `${...}` or `{...}` placeholders (opaque text, ruling
 * R11). Never by fixed counts of separators: names may hold what placeholders hold.
 */
export function parseArn(text: unknown): Result<FunctionArn, string> {
  if (typeof text !== 'string') return readArn(text);
  const known = remembered.get(text);
  if (known) return known;
  // A run calls few functions many times; forgetting all now and then keeps hostile input from filling the memory.
  if (remembered.size >= 500) remembered.clear();
  const result = readArn(text);
  remembered.set(text, result);
  return result;
}
const remembered = new Map<string, Result<FunctionArn, string>>();

function readArn(text: unknown): Result<FunctionArn, string> {
  if (text === undefined || text === null || text === '') return failure(messages.arnMissing);
  if (typeof text !== 'string') return failure(messages.arnNotText);
  const parts = splitOutside(text.trim(), ':', 5);
  const [acs, product, region, account, tail] = parts;
  if (acs !== 'acs' || product !== 'fc') return failure(messages.arnPrefix(shorten(text)));
  if (region === undefined || account === undefined || tail === undefined) {
    return failure(messages.arnParts(shorten(text)));
  }
  const target = readTail(tail);
  return target ? ok({ ...target, region, account }) : failure(messages.arnTail(shorten(tail)));
}

type Target = Omit<FunctionArn, 'region' | 'account'>;

function readTail(tail: string): Target | undefined {
  const [kind, first, second, name, qualifier, ...rest] = splitOutside(tail, '/');
  if (kind === 'functions' && first && name === undefined) {
    return { generation: '3.0', service: undefined, function: first, qualifier: second || undefined };
  }
  if (kind !== 'services' || !first || second !== 'functions' || !name || rest.length > 0) return undefined;
  const [service, ...versions] = splitOutside(first, '.');
  if (!service) return undefined;
  return { generation: '2.0', service, function: name, qualifier: versions.join('.') || qualifier || undefined };
}

/** Splits at a separator that stands outside of braces; the last of `limit` parts holds everything that is left. */
function splitOutside(text: string, separator: string, limit = Number.POSITIVE_INFINITY): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length && parts.length < limit - 1; at += 1) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}' && depth > 0) depth -= 1;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
