import { perItem, threeCalls } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';

test('a conditional breakpoint in a Map stops only at the item that fits', async ({ designer, page }) => {
  await designer.open(perItem);
  await designer.giveInput({ items: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }] });
  await designer.select('Pass', 'Double');
  await page.keyboard.press('F9');
  await designer.tab('Execution');
  await page.locator('summary', { hasText: 'Breakpoints' }).click();
  const condition = page.getByLabel('Condition of Double');
  await condition.fill('$Input.n == 3');
  await condition.press('Enter');
  await designer.button('Run').click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('breakpoint before Double');

  await designer.tab('Data');
  const data = page.getByRole('tabpanel', { name: 'Data' });
  await designer.select('Map', 'Each');
  await expect(data.getByRole('button', { name: 'Item 0: succeeded' })).toBeVisible();
  await expect(data.getByRole('button', { name: 'Item 1: succeeded' })).toBeVisible();
  await expect(data.getByRole('button', { name: 'Item 2: not begun' })).toBeVisible();
  await designer.button('Continue').click();
  await designer.ends('Succeeded');
});

test('a condition that cannot be evaluated stops and says why; one on a state that is gone is told', async ({
  designer,
  page,
}) => {
  await designer.open(threeCalls);
  await designer.giveInput({});
  await designer.select('Task', 'Second');
  await page.keyboard.press('F9');
  await page.locator('summary', { hasText: 'Breakpoints' }).click();
  await page.getByLabel('Condition of Second').fill('$Input.n > 3');
  await page.getByLabel('Condition of Second').press('Enter');
  await designer.button('Run').click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText(/breakpoint of Second/);
  await designer.button('Stop').click();

  await designer.select('Task', 'Second');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('list', { name: 'Breakpoints' })).toContainText('this state is gone');
  await designer.button('Remove the breakpoint of Second').click();
  await expect(page.getByText('None yet.')).toBeVisible();
});

test('it stops on errors and on callbacks when told to', async ({ designer, page }) => {
  await designer.open(threeCalls);
  await designer.giveInput({});
  await designer.tab('Functions');
  await page
    .getByRole('listitem', { name: 'second', exact: true })
    .getByLabel('Preset')
    .selectOption('FC.AccessDenied');
  await designer.tab('Execution');
  await page.getByLabel('Stop on errors').check();
  await designer.button('Run').click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('at an error in Second');
});
