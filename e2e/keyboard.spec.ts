import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Presses Tab until a field of that label has the keyboard. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : [];
      return [element?.getAttribute('aria-label'), ...[...(labels ?? [])].map((each) => each.textContent)];
    });
    if (here.includes(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no field ${label} was reached with Tab`);
}

/** What has the keyboard, as it is read out. */
const spoken = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
/** Whether the keyboard is in a field or an entry of that role: keys pressed before would go to what is below. */
const inside = (page: Page, role: 'menuitem' | 'textbox' | 'combobox') =>
  expect(page.getByRole(role).and(page.locator(':focus'))).toHaveCount(1);
/** One down, and not on before the keyboard is there. */
async function down(page: Page): Promise<void> {
  const before = await spoken(page);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => spoken(page)).not.toBe(before);
}
const atRow = (page: Page, words: string | RegExp) => expect.poll(() => spoken(page)).toMatch(words);

test('authoring without a pointer: states, branches, a Map, connections, an error put right, undo', async ({
  designer,
  page,
}) => {
  const { keyboard } = page;
  await keyboard.press('Alt+n');
  await expect(designer.node('Pass', 'Start')).toBeVisible();
  const fresh = await designer.text();
  await keyboard.press('Alt+4');
  await atRow(page, /^Start/);

  // A Task after the first state, by the menu of types, renamed where it stands.
  await keyboard.press('End');
  await atRow(page, /^Start, Pass/);
  await keyboard.press('Insert');
  await inside(page, 'menuitem');
  await keyboard.press('t');
  await keyboard.press('Enter');
  await atRow(page, /^Task, Task/);
  await keyboard.press('F2');
  await inside(page, 'textbox');
  await keyboard.type('Weigh');
  await keyboard.press('Enter');
  await atRow(page, /^Weigh, Task/);
  await expect(designer.node('Task', 'Weigh')).toBeVisible();

  // A Choice behind it; its menu adds a second branch.
  await keyboard.press('Insert');
  await inside(page, 'menuitem');
  await keyboard.press('c');
  await keyboard.press('Enter');
  await atRow(page, /^Choice, Choice/);
  await keyboard.press('Shift+F10');
  await inside(page, 'menuitem');
  await keyboard.press('a');
  await expect.poll(() => spoken(page)).toContain('Add');
  while (!(await spoken(page)).startsWith('Add a branch')) await down(page);
  await keyboard.press('Enter');
  await expect.poll(async () => (await designer.text()).match(/Condition:/g)?.length).toBe(2);
  await atRow(page, /^Choice, Choice/);

  // Its ways out: into the first a Map, into the second a Fail, and Default to an end.
  const into = async (way: RegExp, type: string, named: RegExp): Promise<void> => {
    await keyboard.press('c');
    await atRow(page, /^Choice, Choice/);
    for (let i = 0; i < 8 && !way.test(await spoken(page)); i += 1) await down(page);
    await keyboard.press('Insert');
    await inside(page, 'menuitem');
    while (!(await spoken(page)).startsWith(`Add ${type}`)) await down(page);
    await keyboard.press('Enter');
    await atRow(page, named);
  };
  await into(/^Branch 0/, 'Map', /^Map, Map/);
  await into(/^Branch 1/, 'Fail', /^Fail, Fail/);
  await into(/^Default/, 'Succeed', /^Succeed, Succeed/);
  await expect(designer.node('Map', 'Map')).toBeVisible();

  // The Map leads to the end, chosen from the list of targets by its first letters.
  await keyboard.press('m');
  await atRow(page, /^Map, Map/);
  await keyboard.press('Shift+Enter');
  await inside(page, 'combobox');
  await keyboard.type('succ');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Succeed');
  await keyboard.press('Enter');
  await expect.poll(() => designer.text()).toMatch(/Name: Map[\s\S]*?Next: Succeed/);
  await atRow(page, /^Map, Map/);

  // An error put right in the form: a condition that cannot be read, then one that can.
  await keyboard.press('c');
  await atRow(page, /^Choice, Choice/);
  await keyboard.press('Enter');
  await expect(designer.inspector.locator(':focus')).toHaveCount(1);
  await tabTo(page, 'Condition');
  await keyboard.press('Control+a');
  await keyboard.type('$Input.weight >');
  await keyboard.press('Enter');
  await expect(designer.node('Choice', 'Choice')).toHaveAccessibleDescription(/error/);
  await keyboard.press('Control+a');
  await keyboard.type('$Input.weight > 30');
  await keyboard.press('Enter');
  await expect.poll(() => designer.text()).toContain('$Input.weight > 30');

  // Everything taken back, step by step, to the first byte.
  await keyboard.press('Alt+1');
  for (let i = 0; i < 30 && (await designer.text()) !== fresh; i += 1) await keyboard.press('Control+z');
  await expect.poll(() => designer.text()).toBe(fresh);
});

test('the outline follows what is selected, carries the keyboard to states out of view, and removes', async ({
  designer,
  page,
}) => {
  const many = Array.from({ length: 300 }, (_, i) => `- {Name: s${i}, Type: Pass, Next: s${(i + 1) % 300}}`);
  await designer.open(`Type: StateMachine\nName: many\nSpecVersion: v1\nStartAt: s0\nStates:\n${many.join('\n')}\n`);
  await page.evaluate(() => window.fdlStudio.select('s250'));
  const tree = page.getByRole('tree');
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('s250');
  await page.keyboard.press('Alt+4');
  await atRow(page, /^s250, Pass, .*leads to s251/);
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await atRow(page, /^s299/);
  await expect(designer.node('Pass', 's299')).toBeVisible();
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(80);

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await atRow(page, /^s297, Pass, leads to s299/);
  await expect.poll(() => designer.text()).not.toContain('Name: s298,');
  await expect(page.getByRole('log')).toContainText(/s298/);
});

test('on the canvas keys go along, connect, insert into an edge and find a state', async ({ designer, page }) => {
  await designer.open(`Type: StateMachine
Name: keys
SpecVersion: v1
StartAt: One
States:
- {Name: One, Type: Pass, Next: Two}
- {Name: Two, Type: Pass, Next: Three}
- {Name: Three, Type: Pass, End: true}
`);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+f');
  await inside(page, 'combobox');
  await page.keyboard.type('tw');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Two');
  await page.keyboard.press('Enter');
  await expect(designer.node('Pass', 'Two')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(designer.node('Pass', 'One')).toBeFocused();

  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await inside(page, 'menuitem');
  while (!(await spoken(page)).startsWith('Add Wait')) await down(page);
  await page.keyboard.press('Enter');
  await expect(designer.node('Wait', 'Wait')).toBeFocused();
  await expect.poll(() => designer.text()).toContain('{Name: One, Type: Pass, Next: Wait}');

  await page.keyboard.press('c');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => designer.text()).toMatch(/Name: Wait[^}]*Next: Three/);
});
