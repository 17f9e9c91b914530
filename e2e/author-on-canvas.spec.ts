import { commented } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

const lines = (text: string): string[] => text.split('\n');
/** Lines of `after` that `before` does not have at the same place when the rest is unchanged. */
function changedLines(before: string, after: string): number {
  const [a, b] = [lines(before), lines(after)];
  expect(b.length).toBe(a.length);
  return a.filter((line, i) => line !== b[i]).length;
}

test('changing Next in the form of a commented file changes one line and nothing else', async ({ designer }) => {
  await designer.open(commented);
  await designer.select('Task', 'Charge');
  await designer.fill('Next', 'Archive');
  await expect.poll(() => designer.text()).toContain('Next: Archive   # then tell');
  expect(changedLines(commented, await designer.text())).toBe(1);
});

test('reconnecting an edge by mouse changes one line', async ({ designer, page }) => {
  await designer.open(commented);
  const end = page.locator('.react-flow__edge', { hasText: '' }).first();
  await expect(end).toBeAttached();
  const from = designer.node('Task', 'Charge').locator('.react-flow__handle.source').first();
  const to = designer.node('Pass', 'Archive');
  await from.hover({ force: true });
  const start = await from.boundingBox();
  const goal = await to.boundingBox();
  if (!start || !goal) throw new Error('nodes are not in view');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(goal.x + goal.width / 2, goal.y + 4, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => designer.text()).toContain('Next: Archive   # then tell');
  expect(changedLines(commented, await designer.text())).toBe(1);
});

test('a palette item appends after the selection, in the style of the file', async ({ designer }) => {
  await designer.open(commented);
  await designer.select('Pass', 'Notify');
  await designer.add('Wait');
  await expect(designer.node('Wait', 'Wait')).toBeVisible();
  const text = await designer.text();
  expect(text).toContain('takes the money');
  expect(text).toMatch(/- Name: Notify\n {2}Type: Pass\n {2}Next: Wait/);
});

test('renaming changes the name and every reference in its scope', async ({ designer }) => {
  await designer.open(commented);
  await designer.select('Pass', 'Notify');
  await designer.fill('Name', 'Tell: "them" # now');
  await expect(designer.node('Pass', 'Tell: "them" # now')).toBeVisible();
  await designer.select('Task', 'Charge');
  await expect(designer.field('Next')).toHaveValue('Tell: "them" # now');
});

test('Delete removes the selected state and heals the path', async ({ designer, page }) => {
  await designer.open(commented);
  await designer.select('Task', 'Charge');
  await designer.node('Task', 'Charge').focus();
  await page.keyboard.press('Delete');
  await expect(designer.node('Task', 'Charge')).toHaveCount(0);
  expect(await designer.text()).toContain('StartAt: Notify');
});

test('a node dragged by hand stays where it was put, and the file does not know', async ({ designer, page }) => {
  await designer.open(commented);
  const node = designer.node('Pass', 'Notify');
  const before = await node.boundingBox();
  if (!before) throw new Error('the node is not in view');
  await page.mouse.move(before.x + 20, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + 180, before.y + 72, { steps: 8 });
  await page.mouse.up();
  const after = await node.boundingBox();
  expect(Math.abs((after?.x ?? 0) - before.x)).toBeGreaterThan(80);
  expect(await designer.text()).toBe(commented);
  await designer.button('Undo').click();
  await expect.poll(async () => Math.round((await node.boundingBox())?.x ?? 0)).toBe(Math.round(before.x));
});

test('every type of state is drawn, nested scopes included', async ({ designer }) => {
  await designer.open(`Type: StateMachine
Name: all
SpecVersion: v1
StartAt: Decide
States:
- {Name: Decide, Type: Choice, Branches: [{Condition: $Input.a > 1, Next: Both}], Default: Each}
- Name: Both
  Type: Parallel
  Branches:
  - {StartAt: Left, States: [{Name: Left, Type: Wait, Seconds: 3, End: true}]}
  - {StartAt: Right, States: [{Name: Right, Type: Pass, End: true}]}
  Next: Good
- Name: Each
  Type: Map
  ItemsPath: $Input.items
  Processor: {StartAt: One, States: [{Name: One, Type: Task, Action: 'FC:InvokeFunction', Parameters: {}, End: true}]}
  Next: Bad
- {Name: Good, Type: Succeed}
- {Name: Bad, Type: Fail, Code: E, Detail: d}
`);
  const names = await designer.nodeNames();
  expect(names.sort()).toEqual(
    [
      'Choice Decide',
      'Parallel Both',
      'Wait Left',
      'Pass Right',
      'Map Each',
      'Task One',
      'Succeed Good',
      'Fail Bad',
    ].sort(),
  );
});
