// Makes a browser available for the end-to-end tests. The proof is that it starts; each further way is tried only when
// the one before did not lead there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findBrowser } from './find-browser.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('@playwright/test');

async function starts() {
  const executablePath = findBrowser();
  if (!executablePath) return false;
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function run(command, args) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return true;
  const last = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').at(-1) ?? '';
  console.error(`  ${command} ${args.slice(0, 3).join(' ')} …: ${last || result.error?.message || 'failed'}`);
  return false;
}

function playwright(...args) {
  const cli = require.resolve('@playwright/test/cli');
  return run(process.execPath, [cli, ...args]);
}

function debianPackage() {
  if (!existsSync('/etc/debian_version')) return false;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest);
  };
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const ways = [
  ["Playwright's download", () => playwright('install', 'chromium')],
  [
    'the system libraries it needs',
    () => existsSync(chromium.executablePath()) && playwright('install-deps', 'chromium'),
  ],
  ["Debian's package", debianPackage],
];

async function main() {
  if (await starts()) return;
  console.log('No Chromium starts here; making one available (this can take a minute) …');
  for (const [name, attempt] of ways) {
    console.log(`  trying ${name}`);
    if (attempt() && (await starts())) return;
  }
  console.error('No browser could be made available. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  process.exit(1);
}

await main();
