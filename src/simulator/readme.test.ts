import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const table = readFileSync(`${here}README.md`, 'utf8').split('## Rule → test')[1] ?? '';
const rows = [...table.matchAll(/^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].slice(2).map(([, rules = '', tests = '']) => {
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => pathOf(file));
  return { rules, files: files.filter((file) => !file.includes('*')) };
});

/** Files are named as seen from the engine; a family of flows may leave its folder out. */
function pathOf(file: string): string {
  return file.endsWith('.yaml') ? `../testing/flows/${file.replace('flows/', '')}` : file;
}

test.each(rows)('the tests named for $rules exist', ({ files }) => {
  for (const file of files) expect(existsSync(here + file), file).toBe(true);
});

test.each(
  rows.flatMap(({ rules, files }) => (rules.includes(' to ') ? [] : idsIn(rules).map((id) => ({ id, files })))),
)('$id is in the name of a test or a case', ({ id, files }) => {
  const texts = files.map((file) => readFileSync(here + file, 'utf8'));
  expect(texts.some((text) => new RegExp(`\\b${id}\\b`).test(text))).toBe(true);
});

function idsIn(rules: string): readonly string[] {
  return rules.match(/\b[UR]\d+\b/g) ?? [];
}
