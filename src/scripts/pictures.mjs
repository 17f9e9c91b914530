// `node src/scripts/pictures.mjs [NAME…]`: takes the README's pictures from the built app, so that they show what there is.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from './find-browser.mjs';
import { freePort } from './free-port.mjs';
import { thousandStates } from './pictures/thousand.mjs';
import { root } from './sources.mjs';

const folder = join(root, 'docs/pictures');
const outDir = join(root, 'dist/pictures');
const example = (name) => readFileSync(join(root, 'public/examples', `${name}.yaml`), 'utf8');
const flow = (name) => readFileSync(join(root, 'src/scripts/pictures', `${name}.yaml`), 'utf8');
const button = (page, name) => page.getByRole('button', { name, exact: true });
const tab = (page, name) => page.getByRole('tab', { name });

async function open(page, text, name) {
  await page.evaluate(([t, n]) => window.fdlStudio.open(t, n), [text, name]);
}
async function run(page, input) {
  await tab(page, 'Execution').click();
  await page.getByRole('textbox', { name: 'Execution input' }).fill(JSON.stringify(input));
  await button(page, 'Run').click();
}
/** Folds the panes around the canvas, for flows that need the room. */
async function onlyCanvas(page) {
  for (const pane of ['YAML', 'Inspector', 'Run']) {
    const splitter = page.getByRole('separator', { name: `Resize ${pane}` });
    await splitter.press('Home');
    await splitter.blur();
  }
}
const ended = (page, word) => page.getByRole('status', { name: 'Run status' }).filter({ hasText: word }).waitFor();

/** One that runs through: a new customer with a coupon buys something fragile. */
const smallOrder = {
  ...{ lines: 3, blocked: false, customer: null, coupon: 'SPRING', total: 20, vip: false, missing: 0, tries: 0 },
  ...{ pending: false, fragile: true, weight: 2, country: 'CN', express: false, arrived: true },
};

/** The main situations, each left as a person would find it. */
const situations = {
  author: async (page) => {
    await open(page, example('choice'), 'choice');
    await page.evaluate(() => window.fdlStudio.select('conditional statement'));
    await tab(page, 'Problems').click();
  },
  callback: async (page) => {
    await open(page, example('human-approval'), 'approval');
    await run(page, { orderId: 'o-1', amount: 1200 });
    await ended(page, 'Waiting');
    await tab(page, 'Callbacks').click();
  },
  failed: async (page) => {
    await open(page, example('dynamic-parameters'), 'dynamic');
    await run(page, {});
    await ended(page, 'Failed');
  },
  'half-typed': async (page) => {
    await open(page, example('choice').replace('Default: No action', 'Default: "No action'), 'half-typed');
    await tab(page, 'Problems').click();
  },
  orders: async (page) => {
    await open(page, flow('orders'), 'orders');
    await run(page, { order: smallOrder });
    await ended(page, 'Succeeded');
    await onlyCanvas(page);
    await page.keyboard.press('Alt+f');
    for (let i = 0; i < 3; i += 1) await button(page, 'Zoom in').click();
  },
  nested: async (page) => {
    await open(page, flow('nested'), 'nested');
    await run(page, {});
    await ended(page, 'Succeeded');
    await onlyCanvas(page);
    await page.keyboard.press('Alt+f');
  },
  thousand: async (page) => {
    await open(page, thousandStates(), 'thousand');
    await page.evaluate(() => window.fdlStudio.select('Clean 01 all'));
  },
};
const asked = process.argv.slice(2);
const wanted = Object.entries(situations).filter(([name]) => asked.length === 0 || asked.includes(name));

mkdirSync(folder, { recursive: true });
await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
const port = await freePort(4500);
const server = await preview({
  root,
  build: { outDir },
  logLevel: 'error',
  preview: { host: '127.0.0.1', port, strictPort: true },
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
for (const colorScheme of ['light', 'dark']) {
  for (const [name, arrange] of wanted) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, locale: 'en-US' });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(() => window.fdlStudio.ready);
    await page.locator('.monaco-editor').first().waitFor();
    await arrange(page);
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await page.close();
    console.log(`${name}, ${colorScheme}`);
  }
}
await browser.close();
server.httpServer.close();
server.httpServer.closeAllConnections();
