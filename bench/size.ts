/**
 * What a browser must load before the first drawing: the entry script and everything it imports statically, gzipped.
 * Lazy chunks (editor, mock, dialogs) are listed apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { printTable } from './support/measure.ts';

const limit = 240;
const out = join(process.cwd(), 'dist/size');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
}

await build({ logLevel: 'error', build: { outDir: out, emptyOutDir: true, manifest: true } });
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

function staticImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) staticImports(next, seen);
  return seen;
}
const kilobytes = (file: string): number => gzipSync(readFileSync(join(out, file))).length / 1000;

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry && key.endsWith('.html')) ?? '';
const first = [...staticImports(entry)].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
const lazy = Object.values(manifest)
  .map((chunk) => chunk.file)
  .filter((file) => file.endsWith('.js') && !first.includes(file) && existsSync(join(out, file)));

const rows = (files: readonly string[]) =>
  [...new Set(files)]
    .map((file) => ({ file: basename(file), 'kB gzipped': kilobytes(file) }))
    .sort((a, b) => b['kB gzipped'] - a['kB gzipped']);
const total = first.reduce((sum, file) => sum + kilobytes(file), 0);
printTable('Before the first drawing', [
  ...rows(first),
  { file: 'total', 'kB gzipped': total },
  { file: 'limit', 'kB gzipped': limit },
]);
printTable('Later, when needed', rows(lazy).slice(0, 12));
const hasMonaco = first.some((file) => readFileSync(join(out, file), 'utf8').includes('monaco-mouse-cursor-text'));
console.log(`\nMonaco in the first drawing: ${hasMonaco ? 'YES' : 'no'} · built into ${basename(dirname(out))}/size`);
if (total > limit || hasMonaco) process.exit(1);
