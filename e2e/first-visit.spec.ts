import { expect, test } from '@playwright/test';
import { Designer } from './support/designer.ts';

test('an example is drawn on the first visit, before the editor is loaded, and nothing leaves the origin', async ({
  page,
  baseURL,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  // The editor's chunk arrives late: the picture must not wait for it.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/monaco/i, async (route) => {
    await held;
    await route.continue();
  });

  const designer = new Designer(page);
  await designer.start();
  expect((await designer.nodeNames()).length).toBeGreaterThan(2);
  await expect(page.locator('.monaco-editor')).toHaveCount(0);

  release();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(designer.editor).toContainText('StateMachine');
  const foreign = requests.filter((url) => !url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url));
  expect(foreign).toEqual([]);
  expect(requests.some((url) => /monaco/i.test(url))).toBe(true);
});

test('the regions, tabs and buttons that programs and screen readers rely on are there', async ({ page }) => {
  const designer = new Designer(page);
  await designer.start();
  for (const region of [designer.canvas, designer.palette, designer.inspector, designer.editor]) {
    await expect(region).toHaveCount(1);
  }
  for (const tab of ['Problems', 'Execution', 'Data', 'Callbacks', 'Functions', 'Tests']) {
    await expect(page.getByRole('tab', { name: tab })).toHaveCount(1);
  }
  const always = ['Run', 'Step', 'Undo', 'Redo', 'Tidy', 'Fit', 'New', 'Open', 'Export', 'Share', 'Command palette'];
  for (const name of always) await expect(designer.button(name), name).toHaveCount(1);
  for (const name of ['Step over', 'Step out', 'Continue', 'Pause', 'Stop', 'Restart']) {
    await expect(designer.button(name), name).toHaveCount(1);
  }
  for (const type of ['Task', 'Choice', 'Pass', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail']) {
    await expect(designer.palette.getByRole('button', { name: `Add ${type}`, exact: true })).toHaveCount(1);
  }
});
