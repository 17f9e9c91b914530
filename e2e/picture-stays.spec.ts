import { expect, test } from './support/fixtures.ts';

test('lines are drawn as before when the canvas was put away after a run', async ({ designer, page }) => {
  await page.setViewportSize({ width: 760, height: 900 });
  const ways = () => designer.canvas.locator('.edge-line').evaluateAll((all) => all.map((e) => e.getAttribute('d')));
  const shown = (pane: string) => page.getByRole('tab', { name: pane, exact: true }).click();
  await shown('Canvas');
  await expect(designer.node('Task', 'Ship')).toBeVisible();
  const before = await ways();
  expect(before.length).toBeGreaterThan(4);
  await designer.button('Run').click();
  await designer.ends('Waiting');
  await shown('Outline');
  await shown('Canvas');
  await expect(designer.node('Task', 'Ship')).toBeVisible();
  await expect.poll(ways).toEqual(before);
});
