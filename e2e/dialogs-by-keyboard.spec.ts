import { expect, test } from './support/fixtures.ts';

for (const dialog of ['Export', 'Share']) {
  test(`${dialog} opened by keyboard gives the keyboard back when it closes`, async ({ designer, page }) => {
    await designer.button(dialog).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(designer.button(dialog)).toBeFocused();
  });
}

test('a command chosen from the palette leaves the keyboard where it was', async ({ designer, page }) => {
  const node = designer.node('Task', 'Ship');
  await node.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('tidy');
  await page.keyboard.press('Enter');
  await expect(node).toBeFocused();
});
