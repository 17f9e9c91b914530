import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { quietLibrary } from './src/scripts/quiet-library.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: './',
  plugins: [react(), quietLibrary()],
  resolve: {
    alias: {
      // MSW's cookie jar carries the whole public-suffix list (about 120 kB gzipped); a simulator keeps no cookies.
      'tough-cookie': at('./src/functions/mock/no-cookies.js'),
      // The canvas glides from place to place; what would let it glide from colour to colour is never asked.
      'd3-color': at('./src/canvas/no-colors.js'),
    },
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/app',
    target: 'es2022',
    chunkSizeWarningLimit: 4500,
    rolldownOptions: {
      treeshake: {
        // Our modules do nothing by being loaded (but for these), so a layer's index.ts does not drag all of it along.
        moduleSideEffects: (id) =>
          !id.startsWith(at('./src/')) || /(main\.tsx|editor\/monaco\.ts)$|\.css(\?|$)/.test(id),
      },
    },
  },
  optimizeDeps: {
    include: [
      '@monaco-editor/react',
      'monaco-editor/editor',
      'monaco-editor/features/register.all',
      'monaco-editor/languages/definitions/yaml/register',
      'monaco-editor/editor/editor.worker.js',
      'msw',
      'msw/browser',
      'yaml',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['src/testing/fixed-seed.ts', 'src/testing/brackets-there.ts'],
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          environment: 'node',
          // No test measures time; a busy machine must not make one fail.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          setupFiles: ['src/testing/brackets-there.ts'],
          include: ['src/**/*.fuzz.ts'],
          environment: 'node',
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
