// `npm test`: types, lint, unit tests, a browser, end-to-end tests; the last line counts the tests of both kinds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { root } from './sources.mjs';

const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'fdl-studio-test-'));
const unitReport = join(scratch, 'unit.json');
const e2eReport = join(scratch, 'e2e.json');

function step(title, script, args, env = {}) {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const result = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(
    `── ${title}: ${result.status === 0 ? 'good' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return result.status === 0;
}

function readReport(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const bin = (name, path) => join(root, 'node_modules', name, path);
const here = (name) => join(root, 'src/scripts', name);
const results = [
  step('types', here('types.mjs'), []),
  step('lint', bin('eslint', 'bin/eslint.js'), ['--config', 'src/eslint.config.js', '--max-warnings', '0', '.']),
  step('format', require.resolve('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']),
  step('unit tests', bin('vitest', 'vitest.mjs'), [
    'run',
    '--project',
    'unit',
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${unitReport}`,
  ]),
  step('browser', here('ensure-browser.mjs'), []) &&
    step(
      'end-to-end tests',
      require.resolve('@playwright/test/cli'),
      ['test', '--config', 'e2e/playwright.config.ts'],
      {
        PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
        E2E_PORT: String(await freePort(4391)),
      },
    ),
];
const unit = readReport(unitReport, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests }));
const e2e = readReport(e2eReport, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));
rmSync(scratch, { recursive: true, force: true });
const good = results.every(Boolean);
// A failed type check or lint is a failure too, so that "0 failed" always means all is well.
const failures = unit.failed + e2e.failed;
console.log(`\n${unit.passed + e2e.passed} passed, ${good ? 0 : Math.max(1, failures)} failed`);
process.exit(good ? 0 : 1);
