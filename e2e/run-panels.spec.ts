import type { Page } from '@playwright/test';
import { threeTokens } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';

const height = async (page: Page): Promise<number> =>
  (await page.getByRole('tabpanel').boundingBox())?.height ?? Number.NaN;

test('the run panels fill the page and give the room back', async ({ designer, page }) => {
  await designer.open(threeTokens);
  const before = await height(page);
  await page.getByRole('button', { name: 'Maximize the run panels' }).click();
  await expect.poll(() => height(page)).toBeGreaterThan(before * 2);
  await expect(page.getByRole('button', { name: 'Restore the size of the run panels' })).toBeFocused();

  await test.step('nothing beneath them can be reached', async () => {
    await expect(page.getByRole('textbox', { name: 'YAML editor' })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Canvas' })).toHaveCount(0);
  });
  await test.step('the next visit finds them so', async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Restore the size of the run panels' })).toBeVisible();
    await expect.poll(() => height(page)).toBeGreaterThan(before * 2);
  });
  await test.step('Escape gives the room back, the key takes it', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => height(page)).toBe(before);
    await page.keyboard.press('Alt+m');
    await expect.poll(() => height(page)).toBeGreaterThan(before * 2);
  });
  await test.step('who calls for the canvas gets it, with the keyboard', async () => {
    await page.keyboard.press('Alt+1');
    await expect.poll(() => height(page)).toBe(before);
    await expect(page.getByRole('region', { name: 'Canvas' }).locator(':focus')).toHaveCount(1);
  });
  await test.step('a double press on a tab takes the room as well', async () => {
    await page.getByRole('tab', { name: 'Data' }).dblclick();
    await expect.poll(() => height(page)).toBeGreaterThan(before * 2);
    await page.getByRole('tab', { name: 'Data' }).dblclick();
    await expect.poll(() => height(page)).toBe(before);
  });
});
