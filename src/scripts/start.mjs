// `npm start`: builds when something changed, serves the built app, says where, opens a browser where there is one.
import { build, preview } from 'vite';
import { freePort } from './free-port.mjs';
import { buildWhenChanged, root } from './sources.mjs';

const wantedPort = process.env['PORT'] ? Number(process.env['PORT']) : undefined;
const configFile = `${root}vite.config.ts`;

async function untilItAnswers(address) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
}

async function main() {
  const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
  const started = Date.now();
  const built = await buildWhenChanged({
    output: 'dist/app',
    inputs,
    build: async () => {
      console.log('Building FDL Studio (a few seconds) …');
      await build({ root, configFile, logLevel: 'warn' });
    },
  });
  if (built) console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  const port = wantedPort ?? (await freePort(4173));
  const hasDesktop = process.stdout.isTTY && (process.platform !== 'linux' || Boolean(process.env['DISPLAY']));
  const server = await preview({
    root,
    configFile,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port, strictPort: true, open: Boolean(hasDesktop) && !process.env['CI'] },
  });
  const address = `http://127.0.0.1:${port}/`;
  await untilItAnswers(address);
  console.log(`FDL Studio is at ${address}  (Ctrl+C ends it)`);
  const end = () => {
    server.httpServer.close(() => process.exit(0));
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error) => {
  console.error(`FDL Studio could not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
