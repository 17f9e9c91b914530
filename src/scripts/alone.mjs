// What must not be done twice at a time, by whichever processes. Node built-ins only.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than this nobody needs, even where process numbers say nothing (another machine on a shared disk). */
const mostMs = 15 * 60_000;
/** A folder this young may be about to get its owner's number. */
const graceMs = 2_000;

/**
 * Does `work` while nobody else does: others wait until it is done and then do theirs. The lock is the folder `lock`,
 * with the number of the process that holds it; that of a process which is gone is taken over.
 * @template T
 * @param {string} lock
 * @param {() => T | Promise<T>} work
 * @param {number} [pollMs]
 * @returns {Promise<T>}
 */
export async function alone(lock, work, pollMs = 200) {
  while (!take(lock)) {
    if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
    else await sleep(pollMs);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'owner'), String(process.pid));
  return true;
}

function isStale(lock) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    return age > mostMs || (age > graceMs && !isAlive(owner(lock)));
  } catch {
    return false;
  }
}

function owner(lock) {
  try {
    return Number(readFileSync(join(lock, 'owner'), 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
