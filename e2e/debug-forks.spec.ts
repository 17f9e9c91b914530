import { threeCalls } from './support/debug-flows.ts';
import { expect, test } from './support/fixtures.ts';

test('six events back, another answer, a fork: the first run stays, and the two are compared', async ({
  designer,
  page,
}) => {
  await designer.open(threeCalls);
  await designer.run({ orderId: 'o-1' });
  await designer.ends('Succeeded');
  const events = await designer.events().getByRole('listitem').count();
  for (let i = 0; i < 6; i += 1) await designer.button('Previous event').click();
  await expect(page.getByText(`Looking at event ${events - 6} of ${events}`)).toBeVisible();

  await designer.tab('Functions');
  const card = page.getByRole('listitem', { name: 'third', exact: true });
  await card.getByLabel('Preset').selectOption('FC.ResourceThrottled');
  await designer.tab('Execution');
  await designer.button('Go on from here').click();
  await designer.ends('Paused');
  await designer.button('Continue').click();
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FC.ResourceThrottled');

  const runs = page.getByRole('list', { name: 'Runs' });
  await expect(runs.getByRole('listitem')).toHaveCount(2);
  await runs.getByRole('button', { name: /^Run 1 Succeeded/ }).click();
  await designer.button('Back to the present').click();
  await designer.ends('Succeeded');
  await expect(designer.events().getByRole('listitem')).toHaveCount(events);

  await page.getByLabel('Compare with').selectOption('2');
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await expect(comparison).toContainText('They differ first at event');
  await expect(comparison.getByRole('list', { name: 'Paths side by side' }).getByRole('listitem')).toHaveCount(3);
  await expect(comparison.getByRole('group', { name: 'What differs in Third' })).toContainText('FC.ResourceThrottled');
});

test('the next state can be given another input', async ({ designer, page }) => {
  await designer.open(threeCalls);
  await designer.giveInput({ n: 1 });
  await designer.button('Step').click();
  await designer.ends('Paused');
  await designer.button('Step').click();
  await expect(designer.status).toContainText('before Second');
  await page.getByText('Next state’s input…').click();
  await page.getByRole('textbox', { name: 'Input of Second' }).fill('{"n": 77}');
  await designer.button('Use this input').click();
  const call = page.waitForRequest((request) => request.url().includes('/functions/second/'));
  await designer.button('Continue').click();
  await designer.ends('Succeeded');
  expect((await call).postDataJSON()).toEqual({ n: 77 });
});

test('run to a state from its menu, then every stage of its data and an expression over it', async ({
  designer,
  page,
}) => {
  await designer.open(threeCalls);
  await designer.giveInput({ orderId: 'o-1' });
  await designer.node('Task', 'Third').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Run to here/ }).click();
  await designer.ends('Paused');
  await expect(designer.status).toContainText('before Third');

  await designer.select('Task', 'First');
  await designer.tab('Data');
  const data = page.getByRole('tabpanel', { name: 'Data' });
  for (const stage of ['Received input', 'Parameters sent', 'HTTP request', 'HTTP response', 'Raw result', 'Output']) {
    await expect(data.getByRole('region', { name: stage, exact: true })).toBeVisible();
  }
  await expect(data.getByRole('region', { name: 'Parameters sent' })).toContainText('← $Input');
  await data.getByLabel('Evaluate an expression').fill('format("{}!", $Input.orderId)');
  await expect(data.getByRole('region', { name: 'Value' })).toContainText('"o-1!"');
  await data.getByLabel('Evaluate an expression').fill('$Input.');
  await expect(data.getByRole('status')).toContainText('FnF.ExpressionError');
});
