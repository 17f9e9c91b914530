// `npm run -s fdl -- …` on a fresh clone: installs, builds the command line when its sources changed, then runs it in
// this process. Stdout belongs to the command alone.
import './ensure-deps.mjs';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenChanged, root } from './sources.mjs';

const output = 'dist/cli/fdl.mjs';
const layers = ['base', 'fdl', 'document', 'graph', 'simulator', 'scenario', 'export', 'functions', 'cli'];

/** Files are put in place by renaming, the entry last: commands that run at the same time never see half a build. */
async function build() {
  const { build: viteBuild } = await import('vite');
  const configFile = fileURLToPath(new URL('../cli/vite.config.ts', import.meta.url));
  const built = await viteBuild({ configFile, logLevel: 'error', build: { write: false } });
  const chunks = [built].flat().flatMap((bundle) => bundle.output);
  for (const chunk of chunks.toSorted((a, b) => Number(a.isEntry ?? false) - Number(b.isEntry ?? false))) {
    const target = join(root, dirname(output), chunk.fileName);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.${process.pid}`, chunk.code ?? chunk.source);
    renameSync(`${target}.${process.pid}`, target);
  }
}

await buildWhenChanged({ output, inputs: [...layers.map((layer) => `src/${layer}`), 'package.json'], build });
// npm runs scripts in the project's folder; paths on the command line are meant from where the person stands.
if (process.env['npm_lifecycle_event'] === 'fdl' && process.env['INIT_CWD']) process.chdir(process.env['INIT_CWD']);
await import(pathToFileURL(join(root, output)).href);
