// Installs the dependencies when they are missing or older than the lock file. Node built-ins only: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'node_modules', '.deps-stamp');

function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

/** npm's own entry point, so that no shell is needed (also not on Windows). */
function npmCommand() {
  const fromNpm = process.env['npm_execpath'];
  if (fromNpm && /npm-cli\.js$/.test(fromNpm)) return [process.execPath, fromNpm];
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

if (!isSupported(process.versions.node)) {
  console.error(`FDL Studio needs Node 20.19 or later (22.12 or later on 22); this is ${process.versions.node}.`);
  process.exit(1);
}
const wanted = fingerprint();
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

function install() {
  console.error('Installing dependencies (once, about half a minute) …');
  const [command, ...args] = npmCommand();
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(command, [...args, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) return false;
  writeFileSync(stamp, wanted);
  return true;
}

// Two commands at once would each empty the folder the other one fills.
const done = isInstalled() || (await alone(join(root, '.installing'), () => isInstalled() || install()));
if (!done) {
  console.error('The dependencies could not be installed; npm says why above. Fix that, then run the command again.');
  process.exit(1);
}
