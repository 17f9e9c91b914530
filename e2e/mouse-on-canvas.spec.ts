import type { Page } from '@playwright/test';
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
