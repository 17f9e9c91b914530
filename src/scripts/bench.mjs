// `npm run bench -- NAME [--json]`: builds one benchmark of bench/ as the program would be built, and runs it in a
// process of its own (with a heap that 10,000 states do not fill).
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './sources.mjs';

const [name, ...rest] = process.argv.slice(2);
const all = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));

if (!name || !existsSync(join(root, 'bench', `${name}.ts`))) {
  console.error(`Usage: npm run bench -- ${all.join('|')}`);
  process.exit(2);
}
const outDir = join(root, 'dist/bench');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: join(root, 'bench', `${name}.ts`),
    outDir,
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' } },
  },
});
const flags = ['--expose-gc', '--max-old-space-size=8192'];
const result = spawnSync(process.execPath, [...flags, join(outDir, `${name}.mjs`), ...rest], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
