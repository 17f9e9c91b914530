/**
 * Stepping through 1,000 states in the real page: one press of the key in every frame, and the time of a single step to
 * the frame that shows it, beside the same page doing nothing.
 */
import type { Page } from '@playwright/test';
import { type Bench, buildPages, closePage, startBench } from '../support/browser.ts';
import { flatFlow } from '../support/flow-text.ts';
import { median, percentile } from '../support/measure.ts';
import { figure, report } from '../support/verdict.ts';

/** One frame at 60 a second, and what a frame may be late. */
const frameMs = 1000 / 60;
const late = 1.2;
const rounds = 5;
const framesARound = 120;
/** Runs through all branches of the generated flow, whatever the functions answer. */
const input = JSON.stringify({ item: 1, item0: 1, item1: 1, item2: 1, item3: 1, item4: 1, item5: 1, item6: 1 });

export async function stepping(): Promise<void> {
  await buildPages();
  const bench = await startBench();
  for (const tab of ['Execution', 'Data'] as const) await withTab(bench, tab);
  await bench.close();
}

async function withTab(bench: Bench, tab: 'Execution' | 'Data'): Promise<void> {
  const page = await bench.open('app');
  await page.locator('.view-line').first().waitFor();
  await page.evaluate((text) => window.fdlStudio.open(text), steppable(1_000));
  await page.getByRole('textbox', { name: 'Execution input' }).fill(input);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.waitForTimeout(1_500);
  await step(page);
  await page.getByRole('tab', { name: tab }).click();
  const [idle, busy, single]: number[][] = [[], [], []];
  let passed = 0;
  for (let i = 0; i < rounds; i += 1) {
    idle?.push(...(await frames(page, 60, undefined)));
    const before = await standsAt(page);
    busy?.push(...(await frames(page, framesARound, 'F11')));
    await page.waitForTimeout(300);
    passed += (await standsAt(page)) - before;
    for (let k = 0; k < 6; k += 1) single?.push(await step(page));
  }
  const limit = frameMs * late;
  report(`Stepping 1,000 states, ${tab} open`, [
    figure('a frame with a press in each, median', median(busy ?? []), 'ms'),
    figure('the same, 95th percentile', percentile(busy ?? [], 0.95), 'ms', limit),
    figure('floor: a frame of the same page at rest, 95th percentile', percentile(idle ?? [], 0.95), 'ms'),
    figure('states passed in a second', passed / (sum(busy ?? []) / 1_000), 'states'),
    figure('one step, press to the frame that shows it, median', median(single ?? []), 'ms'),
    figure('the same, 95th percentile', percentile(single ?? [], 0.95), 'ms'),
  ]);
  await closePage(page);
}

/** The answers of the mocked functions hold no `item`: what the states hand on is said here. */
const steppable = (count: number): string => flatFlow(count).replaceAll('item.$: $Output.Body', 'item: 1');

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The number in the name of the state the run stands before. */
const standsAt = async (page: Page): Promise<number> => {
  const status = await page.getByRole('status', { name: 'Run status' }).textContent();
  return Number(/before step (\d+)/.exec(status ?? '')?.[1] ?? Number.NaN);
};

/** Milliseconds of each frame while `key` is pressed once in every one of them. */
function frames(page: Page, count: number, key: string | undefined): Promise<readonly number[]> {
  return page.evaluate(
    async ([times, pressed]) => {
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const between: number[] = [];
      let last = await frame();
      for (let i = 0; i < times; i += 1) {
        if (pressed !== undefined) {
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: pressed, code: pressed, bubbles: true, cancelable: true }),
          );
        }
        const now = await frame();
        between.push(now - last);
        last = now;
      }
      return between;
    },
    [count, key] as const,
  );
}

/** Milliseconds from a press to the frame in which the run stands before the next state. */
function step(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const status = document.querySelector('[aria-label="Run status"]');
    const before = status?.textContent;
    const started = performance.now();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F11', code: 'F11', bubbles: true, cancelable: true }),
    );
    return window.recorder.until(started, () => {
      const now = status?.textContent ?? '';
      return now !== before && now.includes('Paused');
    });
  });
}
