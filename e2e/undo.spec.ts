import { commented } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

test('one line of undo over typing, form and canvas, back to the very first byte', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.editor.locator('.view-line', { hasText: 'billing flow' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await designer.select('Task', 'Charge');
  await designer.fill('Next', 'Archive');
  await designer.select('Pass', 'Archive');
  await designer.add('Succeed');
  await expect(designer.node('Succeed', 'Succeed')).toBeVisible();
  const last = await designer.text();

  for (let i = 0; i < 3; i += 1) await designer.button('Undo').click();
  await expect.poll(() => designer.text()).toBe(commented);
  for (let i = 0; i < 3; i += 1) await designer.button('Redo').click();
  await expect.poll(() => designer.text()).toBe(last);
});

test('Ctrl+Z inside the editor takes back what the canvas did', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.select('Task', 'Charge');
  await designer.fill('Next', 'Archive');
  await designer.editor.locator('.view-line', { hasText: 'billing flow' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => designer.text()).toBe(commented);
});
