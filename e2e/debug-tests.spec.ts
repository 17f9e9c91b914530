import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tenTasks, threeCalls } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';
import { example } from './support/flows.ts';

const fdl = fileURLToPath(new URL('../src/scripts/fdl.mjs', import.meta.url));
const runFdl = (args: readonly string[], cwd: string): Promise<{ code: number; text: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [fdl, ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, text: stdout + stderr });
    });
  });

test('a recorded run fails when the flow is broken, at the same place on the canvas and in fdl test', async ({
  designer,
  page,
}) => {
  await designer.open(threeCalls, 'three');
  await designer.run({ orderId: 'o-1' });
  await designer.ends('Succeeded');
  await designer.tab('Tests');
  await designer.button('Keep this run as a scenario').click();
  await page.getByLabel('Name of the scenario').fill('all three');
  await page.getByRole('checkbox', { name: 'calls' }).check();
  await designer.button('Keep').click();
  await designer.button('Check all scenarios').click();
  const row = page.getByRole('listitem', { name: 'all three' });
  await expect(row).toContainText('passed');
  await expect(designer.node('Task', 'Second')).toHaveAccessibleDescription(/covered/);

  const broken = threeCalls.replace('Next: Second', 'Next: Third');
  const text = await designer.text();
  await designer.select('Task', 'First');
  await designer.fill('Next', 'Third');
  await designer.button('Check all scenarios').click();
  await expect(row).toContainText('failed');
  await expect(row).toContainText('path: expected [First, Second, Third], got [First, Third]');
  await expect(designer.node('Task', 'Third')).toHaveAccessibleDescription(/a scenario fails here/);
  expect(await designer.text()).toBe(text.replace('Next: Second', 'Next: Third'));

  const downloading = page.waitForEvent('download');
  await row.getByRole('button', { name: /^Save / }).click();
  const file = await (await downloading).path();
  const folder = await mkdtemp(join(tmpdir(), 'fdl-debug-'));
  await writeFile(join(folder, 'three.scenario.yaml'), await readFile(file));
  await writeFile(join(folder, 'three.fdl.yaml'), threeCalls);
  expect((await runFdl(['test', 'three.scenario.yaml'], folder)).code).toBe(0);
  await writeFile(join(folder, 'three.fdl.yaml'), broken);
  const verdict = await runFdl(['test', 'three.scenario.yaml'], folder);
  expect(verdict.code).not.toBe(0);
  expect(verdict.text).toContain('path: expected [First, Second, Third], got [First, Third]');
});

test('coverage shows on the lines too: the branch no scenario takes is dotted until one takes it', async ({
  designer,
  page,
}) => {
  await designer.open(example('choice'), 'choice');
  const keep = async (size: number, name: string): Promise<void> => {
    await designer.run({ Records: [], BucketName: 'b', TaskId: 't', ObjectSize: size, Threshold: 3 });
    await designer.ends('Succeeded');
    await designer.tab('Tests');
    await designer.button('Keep this run as a scenario').click();
    await page.getByLabel('Name of the scenario').fill(name);
    await designer.button('Keep').click();
    await designer.button('Check all scenarios').click();
    await expect(page.getByRole('listitem', { name })).toContainText('passed');
  };
  const untaken = page.locator('.canvas .edge[data-untaken]');
  await keep(9, 'large');
  await expect.poll(() => untaken.count()).toBeGreaterThan(0);
  const before = await untaken.count();
  await keep(1, 'small');
  await expect.poll(() => untaken.count()).toBeLessThan(before);
});

test('the fault matrix of ten Tasks tells what is retried, caught and fatal; a cell opens its run', async ({
  designer,
  page,
}) => {
  await designer.open(tenTasks);
  await designer.giveInput({});
  await designer.tab('Tests');
  await designer.button('Try every error').click();
  const matrix = page.getByRole('table', { name: 'Fault matrix' });
  await expect(matrix.getByRole('row')).toHaveCount(11);
  await expect(
    matrix.getByRole('button', { name: /^T0, FC\.ResourceThrottled: retried 2 times, caught/ }),
  ).toBeVisible();
  await expect(matrix.getByRole('button', { name: /^T0, FC\.AccessDenied: fatal/ })).toBeVisible();
  await matrix.getByRole('button', { name: /^T5, FC\.InternalServerError: fatal/ }).click();
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FC.InternalServerError');
  await expect(designer.node('Task', 'T5')).toHaveAccessibleDescription(/failed/);
});

test('a text changed while the run is paused: it holds and goes on, or differs and starts anew', async ({
  designer,
  page,
}) => {
  await designer.open(threeCalls);
  await designer.giveInput({});
  await designer.button('Step').click();
  await designer.ends('Paused');
  await designer.button('Step').click();
  await expect(designer.status).toContainText('before Second');

  await designer.select('Task', 'Third');
  await designer.fill('Name', 'Last');
  await designer.tab('Execution');
  const banner = page.getByRole('note', { name: 'After the edit' });
  await expect(banner).toContainText('comes out the same');
  await designer.button('Go on under the new text').click();
  await expect(banner).toBeHidden();

  await designer.select('Task', 'First');
  await designer.fill('Name', 'Begin');
  await expect(banner).toContainText(/event \d+ was StepEntered First and would be StepEntered Begin/);
  await designer.button('Continue').click();
  await designer.ends('Succeeded');
  await expect(designer.node('Task', 'Last')).toHaveAccessibleDescription(/succeeded/);
  await designer.button('Start anew').click();
  await designer.ends('Succeeded');
  await expect(designer.node('Task', 'Begin')).toHaveAccessibleDescription(/succeeded/);
});
