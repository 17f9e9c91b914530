import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalog } from './check/catalog.ts';

const src = fileURLToPath(new URL('../', import.meta.url));
const page = readFileSync(join(src, 'fdl/README.md'), 'utf8');
/** The cells of all rows of the page that begin with a code. */
const rows = [...page.matchAll(/^\| ([A-Z]\d{1,2}) +\| (.+?) +\|(?: (.+?) +\|)?$/gm)].map(([, ...cells]) => cells);

test('the page lists the checks as the catalogue has them', () => {
  const checks = rows.filter(([, , title]) => title !== undefined);
  expect(checks).toEqual(Object.entries(catalog).map(([code, { severity, title }]) => [code, severity, title]));
});

test('every decision and ruling the code names is explained there, once', () => {
  const explained = rows.filter(([, , title]) => title === undefined).map(([code]) => code);
  expect(new Set(explained).size).toBe(explained.length);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const named = files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    return (text.match(/\b(?:U\d\d|R[1-9]\d?)\b/g) ?? []).map((code) => ({ file, code }));
  });
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ code }) => !explained.includes(code))).toEqual([]);
});
