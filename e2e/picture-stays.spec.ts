import { threeLevels } from '../src/testing/picture-flows.ts';
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

test('what somebody works on inside of a container stays where it is on the screen when that grows', async ({
  designer,
  page,
}) => {
  await designer.open(threeLevels());
  const outer = designer.node('Map', 'Each document');
  const places = async () =>
    Promise.all(
      [designer.node('Task', 'Scan again'), designer.node('Choice', 'Legible?')].map(async (node) => {
        const box = await node.boundingBox();
        return box && [Math.round(box.x), Math.round(box.y)];
      }),
    );
  // So far away that the copy is in view, too: what is added out of view is brought into it.
  await page.keyboard.press('Alt+f');
  for (let i = 0; i < 3; i += 1) await designer.button('Zoom out').click();
  await designer.node('Task', 'Scan again').click();
  const [before, wide] = [await places(), await outer.boundingBox()];
  await page.keyboard.press('Control+d');
  await expect.poll(async () => (await outer.boundingBox())?.width ?? 0).toBeGreaterThan((wide?.width ?? 0) + 10);
  const after = await places();
  after.flat().forEach((at, i) => expect(Math.abs((at ?? 0) - (before.flat()[i] ?? 0))).toBeLessThanOrEqual(2));
});
