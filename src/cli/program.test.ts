import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';

// The program as people run it: bundled, in a process of its own.
const starter = join(import.meta.dirname, '../scripts/fdl.mjs');
const bundle = join(import.meta.dirname, '../../dist/cli/fdl.mjs');
const examples = join(import.meta.dirname, '../../public/examples');
const folder = mkdtempSync(join(tmpdir(), 'fdl '));

// Processes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const run = (args: readonly string[], options: { input?: string; cwd?: string } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    encoding: 'utf8',
    cwd: folder,
    ...options,
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  const built = spawnSync(process.execPath, [starter, '--version'], { encoding: 'utf8' });
  expect(built).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
}, 120_000);

test('the file says what runs it', () => {
  expect(readFileSync(bundle, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
});

test('a run, its scenario and its report, with exit codes', () => {
  const scenario = join(examples, 'retry-with-catch.scenario.yaml');
  expect(run(['test', scenario, '--junit', 'deep/report.xml'])).toMatchObject({
    status: 0,
    stderr: '1 scenario passed\n',
  });
  expect(readdirSync(join(folder, 'deep'))).toEqual(['report.xml']);
  expect(run(['run', join(examples, 'skeleton.yaml')]).status).toBe(1);
  expect(run(['run', 'nowhere.yaml'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'fdl: nowhere.yaml: there is no such file.\n',
  });
  expect(run(['run', '.']).stderr).toBe('fdl: .: this is a folder, not a file.\n');
});

test('what cannot be written is told as such', () => {
  writeFileSync(join(folder, 'taken'), '');
  const flow = join(examples, 'choice.yaml');
  const { status, stdout, stderr } = run(['export', flow, '--to', 'yaml', '--out', 'taken']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^fdl: taken\/\S+ could not be written: [^\n]+\n$/);
});

test('stdin is a file too', () => {
  const flow = readFileSync(join(examples, 'choice.yaml'), 'utf8');
  expect(run(['export', '-', '--to', 'yaml'], { input: flow })).toEqual({ status: 0, stdout: flow, stderr: '' });
  expect(run(['validate', '-'], { input: '' }).status).toBe(1);
});

test('bytes that are no text are refused, not guessed at', () => {
  writeFileSync(join(folder, 'latin.yaml'), Buffer.from([0x4e, 0x61, 0x6d, 0x65, 0x3a, 0xe9]));
  expect(run(['validate', 'latin.yaml'])).toMatchObject({
    status: 2,
    stderr: 'fdl: latin.yaml: this is not UTF-8 text.\n',
  });
});

test('regular expressions and hashes are in the bundle', () => {
  const input = ['{"expr":"regexMatchString(\\"^a+$\\", \\"aaa\\")"}', '{"expr":"hash(\\"\\", \\"SHA-1\\")"}', ''].join(
    '\n',
  );
  expect(run(['eval', '-'], { input }).stdout).toBe(
    '{"value":true}\n{"value":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}\n',
  );
});

test('eval answers each line as it comes, so that a program can talk to it', async () => {
  const child = spawn(process.execPath, [bundle, 'eval', '-']);
  const answer = (): Promise<string> =>
    new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  child.stdin.write('{"expr": "1 + 1"}\n');
  expect(await answer()).toBe('{"value":2}\n');
  child.stdin.write('{"expr": "2 + 2"}\n');
  expect(await answer()).toBe('{"value":4}\n');
  child.stdin.end();
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
});

test('rename --write keeps the rest of the file and leaves nothing else behind', () => {
  const before = readdirSync(folder);
  writeFileSync(join(folder, 'f.yaml'), readFileSync(join(examples, 'choice.yaml')));
  const { status, stdout } = run(['rename', 'f.yaml', 'conditional statement', 'Big enough?', '--write']);
  expect([status, stdout]).toEqual([0, readFileSync(join(folder, 'f.yaml'), 'utf8')]);
  expect(readdirSync(folder).sort()).toEqual([...before, 'f.yaml'].sort());
});

test('a reader that closes the pipe early is no failure', async () => {
  const child = spawn(process.execPath, [bundle, 'graph', join(examples, 'per-item-map.yaml'), '--to', 'svg']);
  child.stdout.destroy();
  const errors: string[] = [];
  child.stderr.on('data', (data) => errors.push(String(data)));
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  expect(errors).toEqual([]);
});
