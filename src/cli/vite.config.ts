import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The command line as one file that starts fast: everything bundled, nothing to resolve at start. */
export default defineConfig({
  root: at('../..'),
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: at('./bin.ts'),
    outDir: at('../../dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      // No module of ours does anything by being imported but the entry, so each goes where it is used.
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!cli[\\/]bin\.ts)/, sideEffects: false }] },
      output: { entryFileNames: 'fdl.mjs', banner: '#!/usr/bin/env node', chunkFileNames: 'fdl-[name].mjs' },
    },
  },
});
