import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { example } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

/** What the rules find inside a part of the page. Monaco's own widgets are its makers' business. */
async function violations(page: Page, part: string): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include(part).exclude('.monaco-editor').analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the whole page passes the accessibility rules, ${scheme}, with a run that waits`, async ({
    designer,
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await designer.open(example('custom-callback'));
    await designer.run();
    await designer.ends('Waiting');
    expect(await violations(page, 'body')).toEqual([]);
    for (const tab of ['Callbacks', 'Functions', 'Data', 'Problems', 'Tests'] as const) {
      await designer.tab(tab);
      await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
      expect(await violations(page, '[role=tabpanel]')).toEqual([]);
    }
  });
}

test('a flow is written by keyboard alone: add, connect, fix an error, undo', async ({ designer, page }) => {
  await designer.open(
    'Type: StateMachine\nName: keys\nSpecVersion: v1\nStartAt: A\nStates:\n- {Name: A, Type: Pass, End: true}\n',
  );
  await designer.palette.getByRole('button', { name: 'Add Task', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(designer.node('Task', 'Task')).toBeVisible();
  await designer.palette.getByRole('button', { name: 'Add Choice', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(designer.node('Choice', 'Choice')).toBeVisible();

  // Enter on a node goes to its form.
  await designer.node('Task', 'Task').focus();
  await page.keyboard.press('Enter');
  await expect(designer.inspector.locator(':focus')).toHaveCount(1);
  await expect(designer.field('Name')).toHaveValue('Task');

  // `c` starts connecting, Enter on another node ends it.
  await designer.node('Task', 'Task').focus();
  await page.keyboard.press('Delete');
  await expect(designer.node('Task', 'Task')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(designer.node('Task', 'Task')).toBeVisible();
});

test('arrow keys walk along the edges', async ({ designer, page }) => {
  await designer.open(example('sync-then-async'));
  const first = designer.node('Task', 'an example of synchronous function invocation');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(designer.node('Task', 'an example of asynchronous function invocation')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
});

for (const [width, height] of [
  [1024, 768],
  [760, 900],
] as const) {
  test(`nothing is cut off at ${width} by ${height}`, async ({ designer, page }) => {
    await page.setViewportSize({ width, height });
    await designer.open(example('choice'));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const cut = await page
      .getByRole('banner')
      .getByRole('button')
      .evaluateAll((all) =>
        all
          .filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && (box.right > window.innerWidth + 1 || box.left < -1);
          })
          .map((e) => e.getAttribute('aria-label') ?? e.textContent),
      );
    expect(cut).toEqual([]);
  });
}
