import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const pages = files.filter((file) => file.endsWith('README.md'));
const read = (file: string): string => readFileSync(join(src, file), 'utf8');

test.each(pages)('%s names only files that exist', (page) => {
  const named = [...read(page).matchAll(/`(?:\.\.\/)*([\w./-]+\.(?:tsx?|mjs|md|yaml|json))`/g)].map(
    ([, file = '']) => file,
  );
  expect(named.filter((file) => !files.some((path) => path === file || path.endsWith(`/${file}`)))).toEqual([]);
});

test('every library the project uses is listed with its reason', () => {
  const { devDependencies } = JSON.parse(read('../package.json')) as { devDependencies: Record<string, string> };
  const table = /## Libraries and why\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? '';
  const cells = [...table.matchAll(/^\| (`[^|]*?) +\|/gm)].map(([, cell = '']) => cell).join(' ');
  const listed = [...cells.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const reasons = new Set(Object.keys(devDependencies).map((name) => (name.startsWith('@types/') ? '@types/*' : name)));
  expect(listed.toSorted()).toEqual([...reasons].toSorted());
});
