import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alone } from './alone.mjs';

const newLock = (): string => join(mkdtempSync(join(tmpdir(), 'alone-')), 'lock');
/** As a process leaves it that was ended an hour ago. */
function leftBehind(owner: string): string {
  const lock = newLock();
  mkdirSync(lock);
  if (owner !== '') writeFileSync(join(lock, 'owner'), owner);
  const hourAgo = Date.now() / 1000 - 3600;
  utimesSync(lock, hourAgo, hourAgo);
  return lock;
}

describe('one at a time', () => {
  test('the second begins when the first is done', async () => {
    const lock = newLock();
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      for (let i = 0; i < 5; i += 1) await new Promise(setImmediate);
      said.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => alone(lock, work(name), 1)));
    expect(results).toEqual(['a', 'b', 'c']);
    for (let i = 0; i < 6; i += 2) expect(said[i]?.replace('begins', 'ends')).toBe(said[i + 1]);
    expect(existsSync(lock)).toBe(false);
  });

  test('work that fails lets the next one begin', async () => {
    const lock = newLock();
    await expect(alone(lock, () => Promise.reject(new Error('no network')), 1)).rejects.toThrow('no network');
    expect(await alone(lock, () => 'done', 1)).toBe('done');
  });

  test.each(['2000000000', ''])('a lock left behind is taken over (owner "%s")', async (owner) => {
    expect(await alone(leftBehind(owner), () => 'done', 1)).toBe('done');
  });
});
