/**
 * `npm run bench -- canvas`: opening, moving about and layout of large flows in a real Chromium, beside bare Monaco with
 * the same text, bare React Flow with the same nodes (only visible ones drawn), elkjs and dagre.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { randomFlow } from '../src/testing/random-flow.ts';
import { type Bench, buildPages, closePage, startBench } from './support/browser.ts';
import { flatFlow, nestedFlow } from './support/flow-text.ts';
import { median, printTable } from './support/measure.ts';
import { figure, report } from './support/verdict.ts';

const rounds = 5;

/** About what canvas and editor have on a page of the size measured here. */
const canvasRoom = { width: 640, height: 520 };
const editorRoom = { width: 400, height: 520 };

/** Opens `text` in a page that has shown a small flow before, each time in a page of its own. */
async function times(bench: Bench, name: 'app' | 'monaco' | 'flow', count: number, round: number): Promise<number> {
  const room = name === 'monaco' ? editorRoom : canvasRoom;
  const page = await bench.open(name);
  if (name !== 'app') await page.setViewportSize(room);
  if (name === 'app') await page.locator('.view-line').first().waitFor();
  await page.waitForTimeout(600);
  const show = (text: string, first: string): Promise<number> => {
    if (name === 'monaco') return page.evaluate((t) => window.monacoFloor.show(t), text);
    if (name === 'flow') return page.evaluate((t) => window.flowFloor.show(t), text);
    return page.evaluate(
      ([t, label]) => {
        const started = performance.now();
        void window.fdlStudio.open(t);
        return window.recorder.until(started, () => document.querySelector(`.canvas [data-node="${label}"]`) !== null);
      },
      [text, first] as const,
    );
  };
  await show(flatFlow(10, 'small'), 'small 0');
  await page.waitForTimeout(600);
  const time = await show(flatFlow(count, `round${round}`), `round${round} 0`);
  await closePage(page);
  return time;
}

async function opening(bench: Bench): Promise<void> {
  const [ours, monaco, flow]: number[][] = [[], [], []];
  for (let i = 0; i < rounds; i += 1) {
    ours?.push(await times(bench, 'app', 1_000, i));
    monaco?.push(await times(bench, 'monaco', 1_000, i));
    flow?.push(await times(bench, 'flow', 1_000, i));
  }
  const [a, b, c] = [median(ours ?? []), median(monaco ?? []), median(flow ?? [])];
  report('Opening 1,000 states', [
    figure('ours, open to first drawing', a, 'ms'),
    figure('floor: bare Monaco', b, 'ms'),
    figure('floor: bare React Flow, only visible', c, 'ms'),
    figure('ours against the sum of both floors', a / (b + c), 'times', 1.3),
  ]);
}

type Gesture = 'pan' | 'zoom' | 'drag';
async function gesture(page: Page, kind: Gesture, node: string): Promise<number> {
  const frames = await page.evaluate(
    ([what, selector]) => {
      if (what === 'drag') return window.recorder.drag(selector, 60);
      return window.recorder.wheel('.react-flow__pane', 80, { y: what === 'zoom' ? 12 : 24, zoom: what === 'zoom' });
    },
    [kind, node] as const,
  );
  await page.waitForTimeout(300);
  return frames.reduce((sum, time) => sum + time, 0) / frames.length;
}

/** The floor gets as much room as our canvas has. */
async function roomOf(page: Page): Promise<{ readonly width: number; readonly height: number }> {
  const box = await page.locator('.canvas').boundingBox();
  return { width: Math.round(box?.width ?? 800), height: Math.round(box?.height ?? 600) };
}

/** Frame times of both, in turns: what else the machine does hits them alike. */
async function moving(bench: Bench): Promise<void> {
  const text = nestedFlow(2_000);
  const ours = await bench.open('app');
  await ours.locator('.view-line').first().waitFor();
  await ours.evaluate((t) => window.fdlStudio.open(t), text);
  const bare = await bench.open('flow');
  await bare.setViewportSize(await roomOf(ours));
  await bare.evaluate((t) => window.flowFloor.show(t), text);
  await ours.waitForTimeout(1500);
  const nodes = { ours: '.canvas [data-node="step 0 p1"]', bare: '.react-flow__node[data-id="step 0 p1"] .card' };
  for (const kind of ['drag', 'pan', 'zoom'] as const) {
    const [a, b]: number[][] = [[], []];
    for (let i = 0; i <= rounds * 2; i += 1) {
      await ours.bringToFront();
      const mine = await gesture(ours, kind, nodes.ours);
      await bare.bringToFront();
      const floor = await gesture(bare, kind, nodes.bare);
      if (i > 0) {
        a?.push(mine);
        b?.push(floor);
      }
    }
    report(`A ${kind} at 2,000 states, mean time of a frame`, [
      figure('ours', median(a ?? []), 'ms'),
      figure('floor: bare React Flow', median(b ?? []), 'ms'),
      figure('ours against the floor', median(a ?? []) / median(b ?? []), 'times', 1.15),
    ]);
  }
  await closePage(ours);
  await closePage(bare);
}

async function layouts(bench: Bench): Promise<void> {
  const page = await bench.open('layout');
  const time = async (who: 'ours' | 'elk' | 'dagre', text: string): Promise<number> =>
    median(await page.evaluate(([w, t]) => window.layoutBench.time(w, t, 5), [who, text] as const));
  const [flat, nested] = [flatFlow(1_000), nestedFlow(1_000)];
  report('Layout of 1,000 states', [
    figure('ours', await time('ours', flat), 'ms', 50),
    figure('ours, nested', await time('ours', nested), 'ms', 50),
    figure('floor: elkjs layered', await time('elk', flat), 'ms'),
    figure('floor: dagre', await time('dagre', flat), 'ms'),
  ]);
  const rows = [];
  const sum = { ours: 0, elk: 0, overlaps: 0 };
  for (const [name, texts] of corpus()) {
    const row = { flows: name, number: texts.length, ours: 0, elk: 0, 'ours length': 0, 'elk length': 0 };
    for (const text of texts) {
      const ours = await page.evaluate((t) => window.layoutBench.looks('ours', t), text);
      const elk = await page.evaluate((t) => window.layoutBench.looks('elk', t), text);
      row.ours += ours.crossings;
      row.elk += elk.crossings;
      row['ours length'] += ours.length / texts.length;
      row['elk length'] += elk.length / texts.length;
      sum.overlaps += ours.overlaps;
    }
    sum.ours += row.ours;
    sum.elk += row.elk;
    rows.push(row);
  }
  printTable('Crossings over the corpus', rows);
  report('Looks', [
    figure('crossings, ours (limit: elkjs layered)', sum.ours, 'pairs', sum.elk),
    figure('overlapping nodes', sum.overlaps, 'pairs', 0),
  ]);
  await closePage(page);
}

/** The flows that come with the program, those of the tests, generated ones, and large ones. */
function corpus(): ReadonlyMap<string, readonly string[]> {
  const folder = (path: string): readonly string[] =>
    readdirSync(join(process.cwd(), path))
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => readFileSync(join(process.cwd(), path, file), 'utf8'));
  return new Map([
    ['examples', folder('public/examples')],
    ['tests', folder('src/testing/flows')],
    ['any mixture', Array.from({ length: 100 }, (_, i) => randomFlow(i))],
    ['large', [flatFlow(300), nestedFlow(300)]],
  ]);
}

/** Ten flows opened one after the other: what the first ones took up has to come back. */
async function memory(bench: Bench): Promise<void> {
  const page = await bench.open('app');
  await page.locator('.view-line').first().waitFor();
  const session = await page.context().newCDPSession(page);
  const used: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    await page.evaluate((t) => window.fdlStudio.open(t), flatFlow(1_000, i % 2 === 0 ? 'even' : 'odd'));
    await page.waitForTimeout(900);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    used.push(usedSize / 1e6);
  }
  const [early, late] = [median(used.slice(2, 5)), median(used.slice(-3))];
  report('Memory over ten opens and closes', [
    figure('heap after the third', early, 'MB'),
    figure('heap after the twelfth', late, 'MB'),
    figure('growth', late / early, 'times', 1.05),
  ]);
  await closePage(page);
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const wanted = (name: string): boolean => only === undefined || only === name;

await buildPages();
const bench = await startBench();
if (wanted('layout')) await layouts(bench);
if (wanted('opening')) await opening(bench);
if (wanted('memory')) await memory(bench);
await bench.close();
if (wanted('moving')) {
  const free = await startBench({ freeFrames: true });
  await moving(free);
  await free.close();
}
