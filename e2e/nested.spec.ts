import { threeLevels } from '../src/testing/picture-flows.ts';
import { expect, test } from './support/fixtures.ts';

test('three levels are drawn one inside the other, with a branch beside', async ({ designer }) => {
  await designer.open(threeLevels());
  const inside = async (outer: ReturnType<typeof designer.node>, inner: ReturnType<typeof designer.node>) => {
    const [a, b] = [await outer.boundingBox(), await inner.boundingBox()];
    if (!a || !b) throw new Error('not in view');
    expect(b.x).toBeGreaterThan(a.x);
    expect(b.y).toBeGreaterThan(a.y);
    expect(b.x + b.width).toBeLessThan(a.x + a.width);
    expect(b.y + b.height).toBeLessThan(a.y + a.height);
  };
  await inside(designer.node('Map', 'Each document'), designer.node('Parallel', 'Look at it'));
  await inside(designer.node('Parallel', 'Look at it'), designer.node('Map', 'Each page'));
  await inside(designer.node('Map', 'Each page'), designer.node('Choice', 'Legible?'));
});

test('a container closes in place, what is selected inside opens it again', async ({ designer, page }) => {
  await designer.open(threeLevels());
  await designer.node('Parallel', 'Look at it').focus();
  await page.keyboard.press('o');
  await expect(designer.node('Map', 'Each page')).toHaveCount(0);
  const closed = await designer.node('Parallel', 'Look at it').boundingBox();
  expect(closed?.height ?? 0).toBeLessThan(120);
  await page.evaluate(() => window.fdlStudio.select('Keep page'));
  await expect(designer.node('Task', 'Keep page')).toBeVisible();
});

test('a state moves out of its scope by the outline, and back with one undo', async ({ designer, page }) => {
  const text = threeLevels();
  await designer.open(text);
  await page.evaluate(() => window.fdlStudio.select('Find title'));
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('treeitem', { name: /^Find title ?, Task/ })).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Move to another scope/ }).click();
  await page.getByRole('combobox', { name: 'Move to another scope' }).fill('flow itself');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('flow itself');
  await page.keyboard.press('Enter');
  await expect.poll(() => designer.text()).toMatch(/^- Name: "?Find title/m);
  await expect(page.getByRole('note', { name: 'Last change' })).toContainText(/Find title.* · \d+ lines?/);
  await designer.button('Undo').click();
  await expect.poll(() => designer.text()).toBe(text);
});

test('dropping a palette item on a frame adds to that scope', async ({ designer }) => {
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
  End: true
`);
  // Below the only state of the frame, left of its middle: in the frame, on nothing else.
  const map = designer.node('Map', 'Each');
  const box = await map.boundingBox();
  if (!box) throw new Error('the Map is not in view');
  const wait = designer.palette.getByRole('button', { name: 'Add Wait', exact: true });
  await wait.dragTo(map, { targetPosition: { x: 24, y: box.height - 24 }, force: true });
  await expect.poll(() => designer.text()).toMatch(/ {4}- .*Wait/);
});
