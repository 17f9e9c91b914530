import { commented } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

test('typing redraws the canvas; a half-typed state does not take the others away', async ({ designer, page }) => {
  await designer.open(commented);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.evaluate(() => window.fdlStudio.select('Notify'));
  await designer.editor.locator('.view-line', { hasText: 'Name: Notify' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' all');
  await expect(designer.node('Pass', 'Notify all')).toBeVisible();

  await page.keyboard.press('Enter');
  await page.keyboard.type('Descri: "half');
  await expect(designer.node('Task', 'Charge')).toBeVisible();
  await designer.select('Task', 'Charge');
  await designer.fill('Next', 'Archive');
  await expect.poll(() => designer.text()).toContain('Next: Archive   # then tell');
  expect(await designer.text()).toContain('Descri: "half');
});

test('the selection follows both ways', async ({ designer, page }) => {
  await designer.open(commented);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await designer.editor.locator('.view-line', { hasText: 'Name: Notify' }).click();
  await expect(designer.field('Name')).toHaveValue('Notify');
  await designer.select('Task', 'Charge');
  await expect(designer.editor.locator('.view-line', { hasText: 'Name: Charge' })).toBeVisible();
});

test('blanks arrive in the editor although the canvas uses the space key', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.editor.locator('.view-line', { hasText: 'billing flow' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' a b');
  await expect.poll(() => designer.text()).toContain('# billing flow a b\n');
});
