import type { Page } from '@playwright/test';
import { commented } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('a copied state is the YAML of that state, comments and all, and comes back under a fresh name', async ({
  designer,
  page,
}) => {
  await designer.open(commented);
  await designer.select('Task', 'Charge');
  await designer.node('Task', 'Charge').focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toContain('amount.$: $Input.amount   # cents');
  expect(await clipboard(page)).toMatch(/^- Name: Charge/m);

  await designer.select('Pass', 'Archive');
  await designer.node('Pass', 'Archive').focus();
  await page.keyboard.press('Control+v');
  await expect(designer.node('Task', 'Charge 2')).toBeVisible();
  const text = await designer.text();
  expect(text.startsWith(commented.slice(0, 400))).toBe(true);
  await designer.button('Undo').click();
  await expect.poll(() => designer.text()).toBe(commented);
});

test('the same text goes into the editor, and text from an editor onto the canvas', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.select('Pass', 'Notify');
  await designer.node('Pass', 'Notify').focus();
  await page.keyboard.press('Control+c');
  await designer.editor.locator('.view-line', { hasText: 'billing flow' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await designer.text()).match(/Name: Notify/g)?.length).toBe(2);

  await page.evaluate(() => navigator.clipboard.writeText('- {Name: From afar, Type: Wait, Seconds: 3, End: true}\n'));
  await designer.node('Pass', 'Archive').focus();
  await page.keyboard.press('Control+v');
  await expect(designer.node('Wait', 'From afar')).toBeVisible();
});

test('what is no state is refused with the reason, and nothing changes', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.node('Pass', 'Archive').focus();
  for (const wrong of ['just some words', '- a: [1', '42']) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), wrong);
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('log')).not.toBeEmpty();
  }
  expect(await designer.text()).toBe(commented);
});

test('cut and paste moves a state into another scope', async ({ designer, page }) => {
  await designer.open(`Type: StateMachine
Name: n
SpecVersion: v1
StartAt: Each
States:
- Name: Each
  Type: Map
  ItemsPath: $Input.items
  Processor:
    StartAt: One
    States:
    - {Name: One, Type: Pass, End: true}
  Next: After
- {Name: After, Type: Pass, Next: Last}
- {Name: Last, Type: Succeed}
`);
  await designer.node('Pass', 'After').focus();
  await designer.select('Pass', 'After');
  await page.keyboard.press('Control+x');
  await expect(designer.node('Pass', 'After')).toHaveCount(0);
  await designer.select('Pass', 'One');
  await designer.node('Pass', 'One').focus();
  await page.keyboard.press('Control+v');
  await expect(designer.node('Pass', 'After')).toBeVisible();
  expect(await designer.text()).toMatch(/ {4}- .*After/);
});
