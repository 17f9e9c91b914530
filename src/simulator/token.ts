import type { TaskToken } from './messages.ts';
import { hashText } from './random.ts';

/**
 * Task tokens look like the ones published from the service: base64 of `v1#flow#execution#event#signature`
 * (cloud-apis D.1). `event` is the TaskScheduled event they belong to, so each attempt has its own; the signature is
 * made from the seed, so a run's tokens are always the same and a made-up one does not pass.
 */
export interface TokenOwner {
  readonly flowName: string;
  readonly executionName: string;
  readonly seed: number;
}

export function makeToken(owner: TokenOwner, event: number): TaskToken {
  const head = `v1#${owner.flowName}#${owner.executionName}#${event}`;
  return toBase64(utf8(`${head}#${signature(head, owner.seed)}`)) as TaskToken;
}

/** The event a genuine token of this execution was made for. */
export function eventOfToken(owner: TokenOwner, token: string): number | undefined {
  const event = Number(/#(\d{1,15})#[^#]*$/.exec(asciiFromBase64(token))?.[1] ?? Number.NaN);
  return Number.isSafeInteger(event) && makeToken(owner, event) === token ? event : undefined;
}

function signature(head: string, seed: number): string {
  const bytes: number[] = [];
  for (let word = 0; word < 5; word += 1) {
    const bits = hashText(head, (seed ^ Math.imul(word + 1, 0x85ebca6b)) >>> 0);
    bytes.push(bits & 255, (bits >>> 8) & 255, (bits >>> 16) & 255, bits >>> 24);
  }
  return toBase64(bytes);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63);
    text += b === undefined ? '=' : alphabet.charAt((bits >> 6) & 63);
    text += c === undefined ? '=' : alphabet.charAt(bits & 63);
  }
  return text;
}

/** The ASCII in a base64 text: enough to find the number between the last two `#`. */
function asciiFromBase64(text: string): string {
  let ascii = '';
  let bits = 0;
  let held = 0;
  for (const letter of text.slice(-120)) {
    const value = alphabet.indexOf(letter);
    if (value < 0) break;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      ascii += String.fromCharCode((bits >> held) & 255);
    }
  }
  return ascii;
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
