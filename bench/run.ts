/**
 * `npm run bench -- run`: real time that a run takes whose virtual time is more than a week, in the page (every call a
 * request through the service worker) and on the command line; and how fast `fdl run` is beside Node itself.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { setAnswers } from '../e2e/support/answers.ts';
import { longWaits, longWaitsScenario } from '../src/testing/long-waits.ts';
import { buildPages, closePage, startBench } from './support/browser.ts';
import { median, timeRuns } from './support/measure.ts';
import { figure, report } from './support/verdict.ts';

const rounds = 15;

/** Milliseconds from pressing Run until the page says that it waits. */
function untilWaiting(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const status = document.querySelector('[role="status"][aria-label="Run status"]');
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim() === name);
    const becomes = (word: string) =>
      new Promise<void>((done) => {
        const look = (): void => {
          if (!status?.textContent.trim().startsWith(word)) return;
          watcher.disconnect();
          done();
        };
        const watcher = new MutationObserver(look);
        if (status) watcher.observe(status, { subtree: true, childList: true, characterData: true });
      });
    const started = performance.now();
    const waiting = becomes('Waiting');
    button('Run')?.click();
    await waiting;
    const time = performance.now() - started;
    const stopped = becomes('Stopped');
    button('Stop')?.click();
    await stopped;
    return time;
  });
}

async function inThePage(): Promise<number> {
  const bench = await startBench();
  const page = await bench.open('app');
  await page.evaluate((text) => window.fdlStudio.open(text), longWaits);
  await setAnswers({ page }, 'charge', [{ kind: 'error', text: 'FC.ResourceThrottled', times: 5 }, { kind: 'return' }]);
  await page.getByRole('tab', { name: 'Execution' }).click();
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const time = await untilWaiting(page);
    // The first one fetches the engine.
    if (i > 0) times.push(time);
    await page.waitForTimeout(200);
  }
  await closePage(page);
  await bench.close();
  return median(times);
}

async function onTheCommandLine(): Promise<{ readonly node: number; readonly small: number; readonly long: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'fdl-bench-'));
  const outDir = join(folder, 'cli');
  await build({ configFile: 'src/cli/vite.config.ts', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  writeFileSync(join(folder, 'long.yaml'), longWaits);
  writeFileSync(join(folder, 'world.scenario.yaml'), longWaitsScenario);
  writeFileSync(
    join(folder, 'small.yaml'),
    'Type: StateMachine\nName: small\nSpecVersion: v1\nStartAt: A\nStates:\n- {Name: A, Type: Pass, End: true}\n',
  );
  const node = (...args: string[]) => {
    try {
      execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
    } catch {
      // A run that does not succeed exits with 1.
    }
  };
  const fdl = join(outDir, 'fdl.mjs');
  const time = async (...args: string[]) => median(await timeRuns(() => node(...args), rounds));
  return {
    node: await time('-e', '0'),
    small: await time(fdl, 'run', 'small.yaml'),
    long: await time(fdl, 'run', 'long.yaml', '--scenario', 'world.scenario.yaml'),
  };
}

await buildPages();
const page = await inThePage();
const { node, small, long } = await onTheCommandLine();
report('Five retries from an hour on, then a week of waiting', [
  figure('in the page, Run to Waiting (seven requests)', page, 'ms', 100),
  figure('on the command line, without starting Node', long - node, 'ms', 100),
]);
report('A small flow from start to end', [
  figure('floor: node -e 0', node, 'ms'),
  figure('fdl run', small, 'ms'),
  figure('fdl run against the floor', small / node, 'times', 2.5),
]);
