import { commented } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

const problems = 'Problems';
const cases: { title: string; text: string; says: RegExp }[] = [
  { title: 'not YAML', text: 'Type: StateMachine\nStates: [\n', says: /./ },
  { title: 'an empty file', text: '', says: /empty/i },
  { title: 'a list on top', text: '- a\n- b\n', says: /mapping|object|list/i },
  { title: 'wrong types', text: 'Type: 3\nName: [x]\nSpecVersion: {}\nStartAt: 7\nStates: nope\n', says: /States/ },
  {
    title: 'the legacy language',
    text: 'version: v1\ntype: flow\nsteps:\n- type: pass\n  name: p\n',
    says: /legacy|older|flow/i,
  },
  { title: 'JSON that is no FDL', text: '{"hello": ["world"]}', says: /./ },
  {
    title: 'a map of states, as another language has it',
    text: 'Type: StateMachine\nName: x\nSpecVersion: v1\nStartAt: A\nStates:\n  A: {Type: Pass, End: true}\n',
    says: /list|array/i,
  },
];

for (const { title, text, says } of cases) {
  test(`${title}: a message with its line, the text kept, the app usable`, async ({ designer, page }) => {
    await designer.open(text);
    await designer.tab('Problems');
    const list = page.getByLabel(problems, { exact: true }).last();
    await expect(list).toContainText(says);
    await expect(list).toContainText(/\d/);
    expect(await designer.text()).toBe(text);
    await designer.open(commented);
    await expect(designer.node('Task', 'Charge')).toBeVisible();
  });
}

test('a flow with errors does not run and says why', async ({ designer }) => {
  await designer.open(commented.replace('Next: Notify', 'Next: Nowhere'));
  await designer.run();
  await expect(designer.page.getByText(/Nowhere/).first()).toBeVisible();
  await expect(designer.status).not.toContainText(/Succeeded|Running/);
});
