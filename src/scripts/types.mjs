// Type-checks the halves of the project, each with the ambient types it may use (see src/README.md).
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from './sources.mjs';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const projects = ['src/tsconfig.core.json', 'src/tsconfig.app.json', 'tsconfig.json'];
const failed = projects.filter((project) => {
  return spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`Type errors in ${failed.join(', ')}.`);
  process.exit(1);
}
