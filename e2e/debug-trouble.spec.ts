import type { Page } from '@playwright/test';
import { perItem, threeCalls, threeTokens } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';

const large = (): string => `{"a":"${'x'.repeat(10_000_000)}"}`;
const put = async (page: Page, text: string): Promise<void> =>
  page.evaluate((value) => navigator.clipboard.writeText(value), text);

test('10 MB in the input, on a card, in a report and in a scenario file: said, not drawn, and nothing is lost', async ({
  designer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await designer.open(threeTokens);
  const input = page.getByRole('textbox', { name: 'Execution input' });
  await designer.giveInput({ items: [{ id: 1 }] });
  await put(page, large());
  await input.press('ControlOrMeta+v');
  await expect(page.getByRole('alert').filter({ hasText: '10.0 MB' })).toContainText('64 KiB', { timeout: 30_000 });
  await expect(input).toHaveValue('{"items":[{"id":1}]}');
  await designer.button('Run').click();
  await designer.ends('Waiting');

  const ann = await designer.token('Ann #0');
  await ann.getByRole('textbox', { name: 'Output' }).press('ControlOrMeta+v');
  await expect(ann.getByRole('alert')).toContainText('10.0 MB');
  await expect(ann.getByRole('textbox', { name: 'Output' })).toHaveValue('{}');

  await designer.tab('Functions');
  const panel = page.getByRole('tabpanel', { name: 'Functions' });
  await panel.getByLabel('Answer', { exact: true }).first().selectOption('return');
  const value = panel.getByLabel('Value', { exact: true }).first();
  await value.press('ControlOrMeta+v');
  await expect(panel.getByRole('alert')).toContainText('10.0 MB');
  await expect(value).toHaveValue('{}');

  await designer.tab('Tests');
  await page
    .getByRole('tabpanel', { name: 'Tests' })
    .locator('input[type=file]')
    .setInputFiles({
      name: 'huge.scenario.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(`name: huge\ninput: ${large()}\n`),
    });
  await expect(page.getByText(/huge\.scenario\.yaml has 10\.0 MB/)).toBeVisible();
  await expect(page.getByText('No scenario yet')).toBeVisible();
  await designer.ends('Waiting');
});

test('an input beyond 64 KiB ends the run as the service does, and says why', async ({ designer, page }) => {
  await designer.open(threeCalls);
  await designer.run({ a: 'x'.repeat(70_000) });
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FnF.DataLimitExceeded');
  await designer.tab('Data');
  await expect(page.getByRole('tabpanel', { name: 'Data' })).toContainText('107% of 64 KiB');
});

test('storage full in the middle of a run: said once, with a way out; everything goes on in memory', async ({
  designer,
  page,
}) => {
  await designer.open(threeTokens, 'full');
  await designer.run({ items: [{ id: 1 }] });
  await designer.ends('Waiting');
  await page.evaluate(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => (Storage.prototype.setItem = write) });
  });
  await designer.select('Pass', 'Ann late');
  await page.keyboard.press('F9');
  const notice = page.getByText(/cannot be kept in this browser: its storage is full/);
  await expect(notice).toHaveCount(1);
  await designer.giveInput({ items: [{ id: 1 }, { id: 2 }] });
  await page.waitForTimeout(600);
  await expect(notice).toHaveCount(1);

  const bob = await designer.token('Bob #0');
  await bob.getByRole('button', { name: 'Succeed', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Waiting tokens' }).getByRole('listitem')).toHaveCount(2);
  const ann = await designer.token('Ann #0');
  await ann.getByRole('button', { name: 'Fail', exact: true }).click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('breakpoint before Ann late');
  const downloading = page.waitForEvent('download');
  await designer.button('Download my work').click();
  expect((await downloading).suggestedFilename()).toBe('full.fdl.yaml');

  await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
  await designer.giveInput({ items: [{ id: 3 }] });
  await expect(page.getByText('Your work is kept in this browser again.')).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a breakpoint goes along with a state that is renamed', async ({ designer, page }) => {
  await designer.open(threeCalls);
  await designer.giveInput({});
  await designer.select('Task', 'Second');
  await page.keyboard.press('F9');
  await designer.fill('Name', 'Middle');
  await page.locator('summary', { hasText: 'Breakpoints' }).click();
  const list = page.getByRole('list', { name: 'Breakpoints' });
  await expect(list).toContainText('Middle');
  await expect(list).not.toContainText('gone');
  await designer.button('Run').click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('breakpoint before Middle');
});

test('a report on a run that was stopped is answered as the service does; the run stays as it is', async ({
  designer,
  page,
}) => {
  await designer.open(threeTokens);
  await designer.run({ items: [{ id: 1 }] });
  await designer.ends('Waiting');
  const ann = await designer.token('Ann #0');
  const token = (await ann.locator('code').first().textContent()) ?? '';
  await designer.button('Stop').click();
  await designer.ends('Stopped');
  await page.locator('summary', { hasText: 'Report on any token' }).click();
  await page.getByLabel('Token to report on').fill(token);
  await designer.button('Report success').click();
  await expect(page.getByRole('status').filter({ hasText: 'TaskAlreadyCompleted' })).toBeVisible();
  await expect(designer.status).toContainText(/^\s*Stopped/);
});

test('a report while the run stands at a breakpoint is taken, and the run still stands', async ({ designer, page }) => {
  await designer.open(threeTokens);
  await designer.giveInput({ items: [{ id: 1 }] });
  await page.getByLabel('Stop on callbacks').check();
  await designer.button('Run').click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('at the callback of Ann');
  const ann = await designer.token('Ann #0');
  await ann.getByRole('button', { name: 'Succeed', exact: true }).click();
  await expect(page.getByText('accepted')).toBeVisible();
  await designer.ends('Paused');
});

test('a scenario whose states are gone says so and changes nothing of the flow', async ({ designer, page }) => {
  await designer.open(perItem);
  await designer.tab('Tests');
  await page
    .getByRole('tabpanel', { name: 'Tests' })
    .locator('input[type=file]')
    .setInputFiles({
      name: 'old.scenario.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from('name: old\ninput: {items: [{n: 1}]}\nexpect:\n  path: [Each, Gone]\n'),
    });
  await designer.button('Check all scenarios').click();
  const row = page.getByRole('listitem', { name: 'old' });
  await expect(row).toContainText('failed');
  await expect(row).toContainText('Gone');
  expect(await designer.text()).toBe(perItem);
});
