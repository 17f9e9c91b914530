import type { Page } from '@playwright/test';
import type { StateType } from '../src/fdl/index.ts';
import type { Designer } from './support/designer.ts';
import { expect, test } from './support/fixtures.ts';

const chain = `Type: StateMachine
Name: chain
SpecVersion: v1
StartAt: A
States:
- {Name: A, Type: Pass, Next: B}
- {Name: B, Type: Pass, Next: C}
- {Name: C, Type: Pass, End: true}
`;

/** Where the line from A to B is, some way down from A. */
async function onLine(designer: Designer, down: number): Promise<{ x: number; y: number }> {
  const [a, b] = [await designer.node('Pass', 'A').boundingBox(), await designer.node('Pass', 'B').boundingBox()];
  if (!a || !b) throw new Error('nodes are not in view');
  return { x: a.x + a.width / 2, y: a.y + a.height + (b.y - a.y - a.height) * down };
}

const press = (page: Page, { x, y }: { x: number; y: number }) => page.mouse.click(x, y);

for (const down of [0.3, 0.5, 0.8]) {
  test(`a line pressed at ${down} of its length goes with Delete, the states stay`, async ({ designer, page }) => {
    await designer.open(chain);
    await designer.select('Pass', 'C');
    await press(page, await onLine(designer, down));
    await page.keyboard.press('Delete');
    await expect.poll(() => designer.text()).toContain('- {Name: A, Type: Pass}\n');
    expect(await designer.nodeNames()).toHaveLength(3);
  });
}

test('a line is taken by the tip of its arrow and led elsewhere', async ({ designer, page }) => {
  await designer.open(chain);
  const [b, c] = [await designer.node('Pass', 'B').boundingBox(), await designer.node('Pass', 'C').boundingBox()];
  if (!b || !c) throw new Error('nodes are not in view');
  await page.mouse.move(b.x + b.width / 2, b.y - 6);
  await page.mouse.move(b.x + b.width / 2, b.y - 2);
  await page.mouse.down();
  await page.mouse.move(c.x + c.width / 2 + 40, c.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => designer.text()).toContain('- {Name: A, Type: Pass, Next: C}');
});

test('the sign beside a line inserts a state there', async ({ designer, page }) => {
  await designer.open(chain);
  const middle = await onLine(designer, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await press(page, { x: middle.x + 14, y: middle.y });
  await page.getByRole('menuitem', { name: 'Add Wait' }).click();
  await expect.poll(() => designer.text()).toContain('- {Name: A, Type: Pass, Next: Wait}');
});

test('Shift and Control gather states; Delete removes them together', async ({ designer, page }) => {
  for (const key of ['Shift', 'Control'] as const) {
    await designer.open(chain);
    await designer.select('Pass', 'B');
    await designer.node('Pass', 'C').click({ modifiers: [key] });
    await expect(designer.inspector.getByRole('heading', { name: '2 states selected' })).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect.poll(() => designer.nodeNames()).toEqual(['Pass A']);
  }
});

test('Escape in the middle of a drag: nothing has happened', async ({ designer, page }) => {
  await designer.open(chain);
  const text = await designer.text();
  const before = await designer.node('Pass', 'C').boundingBox();
  if (!before) throw new Error('C is not in view');
  const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };

  // A state.
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 120, middle.y + 60, { steps: 4 });
  await expect.poll(async () => (await designer.node('Pass', 'C').boundingBox())?.x).not.toBe(before.x);
  await page.keyboard.press('Escape');
  await page.mouse.move(middle.x + 160, middle.y + 60, { steps: 2 });
  await page.mouse.up();
  await expect.poll(() => designer.node('Pass', 'C').boundingBox()).toEqual(before);
  await expect(designer.button('Undo')).toBeDisabled();

  // A new end of a line, over a state that would take it.
  const a = await designer.node('Pass', 'A').boundingBox();
  if (!a) throw new Error('A is not in view');
  await page.mouse.move(a.x + a.width / 2, a.y + a.height);
  await page.mouse.down();
  await page.mouse.move(middle.x, middle.y, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('menu')).toHaveCount(0);

  // An item of the palette, over a line.
  const item = await designer.palette.getByRole('button', { name: 'Add Wait', exact: true }).boundingBox();
  if (!item) throw new Error('the palette is not in view');
  const line = await onLine(designer, 0.5);
  await page.mouse.move(item.x + 20, item.y + 10);
  await page.mouse.down();
  await page.mouse.move(line.x - 20, line.y, { steps: 4 });
  await page.mouse.move(line.x, line.y, { steps: 4 });
  await expect(designer.canvas.locator('[data-drop]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(designer.canvas.locator('[data-drop]')).toHaveCount(0);
  expect(await designer.text()).toBe(text);
});

/** As a person drags from the palette: pressed, moved in steps, let go. */
async function dragItem(designer: Designer, type: StateType, to: { x: number; y: number }): Promise<void> {
  const { page } = designer;
  const item = await designer.palette.getByRole('button', { name: `Add ${type}`, exact: true }).boundingBox();
  if (!item) throw new Error('the palette is not in view');
  await page.mouse.move(item.x + 20, item.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x - 20, to.y - 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

test('what is dropped from the palette has the keyboard, and the receipt says what it wrote', async ({
  designer,
  page,
}) => {
  await designer.open(chain);
  await dragItem(designer, 'Wait', await onLine(designer, 0.5));
  await expect(designer.node('Wait', 'Wait')).toBeFocused();
  expect(await designer.text()).toContain('Next: Wait}');

  const b = await designer.node('Pass', 'B').boundingBox();
  if (!b) throw new Error('B is not in view');
  await dragItem(designer, 'Fail', { x: b.x - 120, y: b.y });
  await expect(designer.node('Fail', 'Fail')).toBeFocused();
  await expect(page.getByRole('note', { name: 'Last change' })).toContainText('Add Fail Fail · 1 line');
  await page.keyboard.press('Delete');
  await expect(designer.node('Fail', 'Fail')).toHaveCount(0);
});

test('the ground of a Map between its states belongs to the Map', async ({ designer, page }) => {
  await designer.open(
    'Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: M\nStates:\n- Name: M\n  Type: Map\n  ItemsPath: $Input\n' +
      '  Processor: {StartAt: In, States: [{Name: In, Type: Pass, End: true}]}\n  End: true\n',
  );
  const [map, inner] = [await designer.node('Map', 'M').boundingBox(), await designer.node('Pass', 'In').boundingBox()];
  if (!map || !inner) throw new Error('nodes are not in view');
  const border = () => designer.node('Map', 'M').evaluate((node) => getComputedStyle(node).borderTopColor);
  const plain = await border();
  await page.mouse.move((inner.x + inner.width + map.x + map.width) / 2, inner.y + inner.height / 2);
  await expect.poll(border).not.toBe(plain);
  await page.mouse.down();
  await page.mouse.up();
  await expect(designer.field('Name')).toHaveValue('M');
});

test('a state that is added out of view is brought into it', async ({ designer }) => {
  const names = Array.from({ length: 40 }, (_, i) => `S${i}`);
  const states = names.map(
    (name, i) => `- {Name: ${name}, Type: Pass, ${names[i + 1] ? `Next: S${i + 1}` : 'End: true'}}\n`,
  );
  await designer.open(`Type: StateMachine\nName: long\nSpecVersion: v1\nStartAt: S0\nStates:\n${states.join('')}`);
  const first = await designer.node('Pass', 'S0').boundingBox();
  await designer.select('Pass', 'S5');
  for (const type of ['Wait', 'Task'] as const) {
    await designer.add(type);
    await expect(designer.node(type, type)).toBeInViewport({ ratio: 0.99 });
  }
  // By the least move: the picture went up, not to somewhere else.
  const moved = await designer.node('Pass', 'S5').boundingBox();
  expect(moved?.x).toBe(first?.x);
});
