import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layers, pureLayers } from './layers.mjs';

const tests = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'src/**/*.fuzz.ts', 'src/testing/**', 'e2e/**', 'bench/**'];

/** One block per layer: what it may not import, each with the way out. */
const layerRules = Object.entries(layers).map(([name, rule]) => {
  const forbidden = Object.keys(layers).filter((other) => other !== name && !rule.layers.includes(other));
  return {
    files: [`src/${name}/**/*.{ts,tsx}`],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${[...forbidden, 'testing'].join('|')})(/|$)`,
              message: `The layer table in src/README.md does not let '${name}' import this layer.`,
            },
            {
              regex: `^(\\.\\./)+(${Object.keys(layers)
                .filter((l) => l !== name)
                .join('|')})/(?!index\\.tsx?$)`,
              message: "Import another layer through its index.ts only; what it doesn't list is its own business.",
            },
            ...(rule.node ? [] : [{ regex: '^node:', message: 'Node modules belong to the command line.' }]),
          ],
        },
      ],
    },
  };
});

const unpredictable = [
  { object: 'Math', property: 'random', message: 'Use the seeded generator of the run.' },
  { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'public/mockServiceWorker.js', 'test-results/**', 'playwright-report/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always'],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'List the public face by name.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  ...layerRules,
  {
    files: pureLayers.map((layer) => `src/${layer}/**/*.ts`),
    ignores: tests,
    rules: { 'no-restricted-properties': ['error', ...unpredictable] },
  },
  {
    // Configuration files have a default export because their tools ask for one.
    files: ['**/*.config.ts', '**/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
