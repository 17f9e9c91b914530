import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { utf8Bytes } from './bytes.ts';

const algorithms: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-512', sha512],
]);

export const hashAlgorithms: readonly string[] = [...algorithms.keys()];

/** Lower-case hex over the text as UTF-8; `undefined` for an algorithm the service does not name (decision U23). */
export function hashText(text: string, algorithm: string): string | undefined {
  const digest = algorithms.get(algorithm)?.(utf8Bytes(text));
  return digest && Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
