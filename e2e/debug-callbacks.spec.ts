import { threeTokens } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';

test('three tokens in a Parallel inside a Map: one succeeds, one fails, one times out; then a repeated and a made-up report', async ({
  designer,
  page,
}) => {
  await designer.open(threeTokens);
  await designer.run({ items: [{ id: 1 }] });
  await designer.ends('Waiting');
  await designer.tab('Callbacks');
  const desk = page.getByRole('list', { name: 'Waiting tokens' });
  await expect(desk.getByRole('listitem')).toHaveCount(3);

  const ann = await designer.token('Ann #0');
  await ann.getByLabel('Template').selectOption('{"approved":true}');
  await expect(ann.getByRole('textbox', { name: 'Output' })).toHaveValue('{"approved":true}');
  const used = (await ann.locator('code').first().textContent()) ?? '';
  await ann.getByRole('button', { name: 'Succeed', exact: true }).click();
  await expect(desk.getByRole('listitem')).toHaveCount(2);

  const bob = await designer.token('Bob #0');
  await bob.getByRole('textbox', { name: 'Error' }).fill('Refused');
  await bob.getByRole('button', { name: 'Fail', exact: true }).click();
  await expect(desk.getByRole('listitem')).toHaveCount(1);

  await designer.button('Let it time out: Cid').click();
  await designer.ends('Succeeded');
  await expect(designer.status).toContainText('10m');
  for (const [name, word] of [
    ['Ann', 'succeeded'],
    ['Bob', 'caught'],
    ['Cid', 'caught'],
  ] as const) {
    await expect(designer.node('Task', name)).toHaveAccessibleDescription(new RegExp(word));
  }

  await page.locator('summary', { hasText: 'Report on any token' }).click();
  await page.getByLabel('Token to report on').fill(used);
  await designer.button('Report success').click();
  await expect(page.getByRole('status').filter({ hasText: 'TaskAlreadyCompleted' })).toBeVisible();
  await page.getByLabel('Token to report on').fill('made-up');
  await designer.button('Report failure').click();
  await expect(page.getByRole('status').filter({ hasText: /Invalid|NotExist|NotFound/ })).toBeVisible();
});

test('a scripted report comes by itself', async ({ designer, page }) => {
  await designer.open(threeTokens);
  await designer.tab('Callbacks');
  await page.locator('summary', { hasText: 'Scripted reports' }).click();
  for (const name of ['Ann', 'Bob', 'Cid']) {
    await designer.button('Add report').click();
    await page.getByRole('list', { name: 'Scripted reports' }).getByLabel('State').last().selectOption(name);
  }
  await designer.run({ items: [{ id: 1 }] });
  await designer.ends('Succeeded');
});
