/**
 * `npm run bench -- sync`: from a keystroke or an edit on the canvas to a document and two views that are up to date, in
 * a real Chromium, beside bare Monaco with the same text and bare React Flow with the same nodes.
 */
import type { Page } from '@playwright/test';
import { buildPages, closePage, startBench, type Bench } from './support/browser.ts';
import { aliasBomb, deepFlow, faultyFlow, flatFlow, jsonFlow } from './support/flow-text.ts';
import { median, percentile } from './support/measure.ts';
import type { Seen } from './support/recorder.ts';
import { type Figure, figure, report } from './support/verdict.ts';

const rounds = 5;

async function documents(bench: Bench): Promise<readonly Figure[]> {
  const page = await bench.open('document');
  const strokes = async (text: string, times: number): Promise<readonly number[]> => {
    const all: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      all.push(
        ...(await page.evaluate(([typed, n]) => window.documentBench.strokes(typed, n), [text, times] as const)),
      );
    }
    return all;
  };
  const opened = async (write: (mark: string) => string): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      times.push(await page.evaluate((text) => window.documentBench.open(text), write(`open${i}`)));
    }
    return median(times);
  };
  const [thousand, many] = [await strokes(flatFlow(1_000), 400), await strokes(flatFlow(10_000), 80)];
  const [json, manyInJson] = [await strokes(jsonFlow(1_000), 400), await strokes(jsonFlow(10_000), 80)];
  const figures = [
    figure('keystroke to document with checks, 1,000 states, median', median(thousand), 'ms', 4),
    figure('the same, 99th percentile', percentile(thousand, 0.99), 'ms', 16),
    figure('the same, 10,000 states, median', median(many), 'ms', 16),
    figure('the same, 99th percentile', percentile(many, 0.99), 'ms'),
    figure('keystroke to document with checks, 1,000 states in JSON, median', median(json), 'ms', 4),
    figure('the same, 99th percentile', percentile(json, 0.99), 'ms', 16),
    figure('the same, 10,000 states in JSON, median', median(manyInJson), 'ms', 16),
    figure('text to document with checks, 1,000 states', await opened((mark) => flatFlow(1_000, mark)), 'ms'),
    figure('the same, 10,000 states', await opened((mark) => flatFlow(10_000, mark)), 'ms'),
    figure('the same, 1,000 states in JSON', await opened((mark) => jsonFlow(1_000, mark)), 'ms'),
  ];
  await closePage(page);
  return figures;
}

/** Presses a key and watches what it changes. */
async function press(page: Page, key: string, places: readonly string[]): Promise<Seen> {
  await page.evaluate((where) => window.recorder.watch('keydown', where), places);
  await page.keyboard.press(key);
  const seen = await page.evaluate(() => window.recorder.seen());
  await page.waitForTimeout(120);
  return seen;
}

const middle = (seen: readonly Seen[], key: keyof Seen): number => median(seen.map((one) => one[key]));

/** Letters typed into the name of a function that is on a card in view, so many characters before the end of its line. */
async function typing(bench: Bench, flow: string, back: number): Promise<readonly Seen[]> {
  const page = await bench.open('app');
  await page.evaluate((text) => window.fdlStudio.open(text), flow);
  await page.locator('.view-line').first().waitFor();
  await page.waitForTimeout(1500);
  await page
    .locator('.view-line', { hasText: 'resourceArn' })
    .first()
    .click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('End');
  for (let i = 0; i < back; i += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(400);
  const seen: Seen[] = [];
  for (let i = 0; i < 14; i += 1) seen.push(await press(page, 'abcdefg'[i % 7] ?? 'a', ['.canvas']));
  await closePage(page);
  return seen.slice(4);
}

async function typingInMonaco(bench: Bench, count: number): Promise<readonly Seen[]> {
  const page = await bench.open('monaco');
  await page.evaluate((text) => window.monacoFloor.show(text), flatFlow(count));
  await page.evaluate(() => window.monacoFloor.caretAt(12));
  await page.waitForTimeout(400);
  const seen: Seen[] = [];
  for (let i = 0; i < 14; i += 1) seen.push(await press(page, 'abcdefg'[i % 7] ?? 'a', ['.view-lines']));
  await closePage(page);
  return seen.slice(4);
}

/** A state taken out on the canvas, until text and picture are without it. */
async function removing(bench: Bench, count: number): Promise<readonly Seen[]> {
  const page = await bench.open('app');
  await page.evaluate((text) => window.fdlStudio.open(text), flatFlow(count));
  await page.locator('.view-line').first().waitFor();
  await page.waitForTimeout(1500);
  const seen: Seen[] = [];
  for (let i = 0; i < 8; i += 1) {
    await page.getByRole('region', { name: 'Canvas' }).getByLabel('Task step 1', { exact: true }).click();
    await page.waitForTimeout(300);
    seen.push(await press(page, 'Delete', ['.canvas', '.view-lines']));
    await page.evaluate(() => window.fdlStudio.undo());
    await page.waitForTimeout(500);
  }
  await closePage(page);
  return seen.slice(2);
}

const hostileTexts = (): Readonly<Record<string, string>> => {
  const large = flatFlow(14_000);
  const states = flatFlow(10_000);
  return {
    '5 MB of states': large + '# padding\n'.repeat(Math.max(0, Math.ceil((5_000_000 - large.length) / 10))),
    '10,000 states': states,
    '10,000 states, one broken': states.replace('Next: step 7\n', 'Next: [step 7\n'),
    '5 MB that is no flow': 'lorem ipsum dolor sit amet\n'.repeat(190_000),
    'an alias bomb': aliasBomb(),
    '200 levels': deepFlow(200),
    '10,000 problems': faultyFlow(10_000),
  };
};

/** The longest stretch in which the page cannot answer while something is done, and what that sets off. */
async function longestDuring(page: Page, settleMs: number, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => window.recorder.longest());
  await act();
  await page.waitForTimeout(settleMs);
  return page.evaluate(() => window.recorder.longest());
}

/** Opening a text, typing into it, taking that back: a page of its own each time. */
async function treat(bench: Bench, text: string): Promise<readonly [opened: number, typed: number, undone: number]> {
  const page = await bench.open('app');
  await page.locator('.view-line').first().waitFor();
  // Handed over beforehand: how long a text of megabytes takes to reach the page is no figure of the page.
  await page.evaluate((t) => Object.assign(window, { hostile: t }), text);
  await page.waitForTimeout(800);
  const opened = await longestDuring(page, 2000, () =>
    page.evaluate(() => window.fdlStudio.open((window as unknown as { hostile: string }).hostile)),
  );
  await page
    .locator('.view-line')
    .nth(8)
    .click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('End');
  await page.waitForTimeout(600);
  const typed = await longestDuring(page, 900, async () => {
    for (const letter of 'abc') {
      await page.keyboard.press(letter);
      await page.waitForTimeout(150);
    }
  });
  const undone = await longestDuring(page, 900, () => page.keyboard.press('Control+z'));
  await closePage(page);
  return [opened, typed, undone];
}

async function hostile(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [what, text] of Object.entries(hostileTexts())) {
    const runs: (readonly [number, number, number])[] = [];
    for (let i = 0; i < 3; i += 1) runs.push(await treat(bench, text));
    ['opening', 'typing into', 'undoing in'].forEach((doing, i) => {
      figures.push(figure(`longest task while ${doing} ${what}`, median(runs.map((run) => run[i] ?? NaN)), 'ms', 100));
    });
  }
  return figures;
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const wanted = (name: string): boolean => only === undefined || only === name;

await buildPages();
const bench = await startBench();
if (wanted('document')) report('The document', await documents(bench));
if (wanted('typing')) {
  const [ours, bare] = [await typing(bench, flatFlow(1_000), 0), await typingInMonaco(bench, 1_000)];
  const json = await typing(bench, jsonFlow(1_000), '",'.length);
  report('A letter typed at 1,000 states', [
    figure('keystroke to redrawn canvas, frames', middle(ours, 'frames'), 'frames', 2),
    figure('keystroke to changed canvas', middle(ours, 'changed'), 'ms'),
    figure('keystroke to the frame with it', middle(ours, 'painted'), 'ms'),
    figure('in JSON, keystroke to redrawn canvas, frames', middle(json, 'frames'), 'frames', 2),
    figure('in JSON, keystroke to changed canvas', middle(json, 'changed'), 'ms'),
    figure('in JSON, keystroke to the frame with it', middle(json, 'painted'), 'ms'),
    figure('floor: bare Monaco, keystroke to its frame', middle(bare, 'painted'), 'ms'),
  ]);
}
if (wanted('edit')) {
  const edits = await removing(bench, 1_000);
  report('A state removed on the canvas at 1,000 states', [
    figure('both views changed', middle(edits, 'changed'), 'ms', 50),
    figure('the frame with it', middle(edits, 'painted'), 'ms'),
  ]);
}
if (wanted('hostile')) report('Bad input', await hostile(bench));
await bench.close();
