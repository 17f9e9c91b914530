// Where a Chromium is: the one asked for, one in the usual places, or Playwright's own.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

function playwrightsOwn() {
  try {
    return require('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function usualPlaces() {
  const windows = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    ...windows.filter(Boolean).map((base) => join(base, 'Google/Chrome/Application/chrome.exe')),
  ];
}

/** The path of a Chromium or Chrome on this machine, or undefined. */
export function findBrowser() {
  return [process.env['CHROMIUM_PATH'], ...usualPlaces(), playwrightsOwn()].find((path) => path && existsSync(path));
}
