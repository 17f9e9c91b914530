/** A real Chromium, the built product and the floor pages, served from this machine. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { findBrowser } from '../../src/scripts/find-browser.mjs';
import { installRecorder } from './recorder.ts';

const out = join(process.cwd(), 'dist/bench-pages');
const floors = join(process.cwd(), 'bench/floors');

/** Builds both: the product as `npm start` does, each floor as a page of its own. */
export async function buildPages(): Promise<void> {
  await build({ logLevel: 'error', build: { outDir: join(out, 'app'), emptyOutDir: true } });
  const input = ['document', 'monaco', 'flow', 'layout'].map((name) => join(floors, `${name}.html`));
  await build({
    root: floors,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir: join(out, 'floors'),
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 9000,
      rolldownOptions: { input },
    },
  });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
};

/** Isolated, because browsers give the fine clock only to isolated pages. */
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

async function serve(): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')));
    const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(out) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

export type PageName = 'app' | 'document' | 'monaco' | 'flow' | 'layout';

export interface Bench {
  /** A fresh page in a profile of its own, once its script has run. */
  readonly open: (name: PageName) => Promise<Page>;
  readonly addressOf: (name: PageName) => string;
  readonly close: () => Promise<void>;
}

/** `freeFrames`: frames follow each other as fast as they can be made, so that their time can be compared. */
export async function startBench(options: { readonly freeFrames?: boolean } = {}): Promise<Bench> {
  const server = await serve();
  const executablePath = findBrowser();
  const browser: Browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--js-flags=--expose-gc',
      ...(options.freeFrames ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
    ],
  });
  const addressOf = (name: PageName): string => `${server.address}/${name === 'app' ? 'app/' : `floors/${name}.html`}`;
  return {
    addressOf,
    open: async (name) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`${name}: ${error.stack ?? error.message}`));
      await page.addInitScript(installRecorder);
      await page.goto(addressOf(name));
      await page.evaluate(() => (window as unknown as { fdlStudio?: { ready: Promise<void> } }).fdlStudio?.ready);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

export const closePage = (page: Page): Promise<void> => page.context().close();
