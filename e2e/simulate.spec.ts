import type { Request } from '@playwright/test';
import { example, fixture } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

test('the skeleton with its placeholders is explained, not crashed on', async ({ designer }) => {
  await designer.open(example('skeleton'));
  await expect(designer.node('Task', 'an example of function invocation')).toBeVisible();
  await designer.run();
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FC.InvalidArgument');
  await expect(designer.page.getByText(/resourceArn/).first()).toBeVisible();
});

test('sync then async: a real request each, and the events of both', async ({ designer, page }) => {
  const calls: Request[] = [];
  page.on('request', (request) => {
    if (request.url().includes('aliyuncs.com')) calls.push(request);
  });
  await designer.open(example('sync-then-async'));
  await designer.run();
  await designer.ends('Succeeded');
  expect(calls.map((c) => [c.method(), new URL(c.url()).pathname, c.headers()['x-fc-invocation-type']])).toEqual([
    ['POST', '/2021-04-06/services/myService1/functions/myFunction1/invocations', 'Sync'],
    ['POST', '/2021-04-06/services/myService2/functions/myFunction2/invocations', 'Async'],
  ]);
  expect(calls[1]?.postDataJSON()).toEqual({ key1: 'value1', key2: 'value2' });
  const statuses = await Promise.all(calls.map(async (c) => (await c.response())?.status()));
  expect(statuses).toEqual([200, 202]);
  await expect(designer.events()).toContainText('TaskSucceeded');
  await expect(designer.events()).toContainText('ExecutionSucceeded');
});

test('dynamic parameters reach the function', async ({ designer, page }) => {
  const call = page.waitForRequest((request) => request.url().includes('/invocations'));
  await designer.open(example('dynamic-parameters'));
  await designer.run({ input: { BucketName: 'b-1', TaskId: 't-9' } });
  await designer.ends('Succeeded');
  expect((await call).postDataJSON()).toEqual({ argument1: 'b-1', argument2: 't-9' });
});

test('the Choice flow as printed ends in an error that says what is missing and what to write', async ({
  designer,
}) => {
  await designer.open(fixture('seed-choice-as-printed'));
  await designer.run({ Records: [], BucketName: 'b', ObjectSize: 5, Threshold: 3 });
  await designer.ends('Failed');
  const panel = designer.page.getByRole('tabpanel', { name: 'Execution' });
  await expect(panel).toContainText('FnF.ExpressionError');
  await expect(panel).toContainText(/ObjectSize.*OutputConstructor/);
});

for (const [size, last] of [
  [9, 'Task Example 2 of function invocation'],
  [1, 'Pass No action is performed.'],
] as const) {
  test(`the Choice example takes the branch for ObjectSize ${size}`, async ({ designer }) => {
    await designer.open(example('choice'));
    await designer.run({ Records: [], BucketName: 'b', TaskId: 't', ObjectSize: size, Threshold: 3 });
    await designer.ends('Succeeded');
    const node = designer.canvas.getByLabel(last, { exact: true });
    await expect(node).toHaveAccessibleDescription(/succeeded/);
  });
}

test('stepping goes one state at a time, and the canvas shows where', async ({ designer }) => {
  await designer.open(example('sync-then-async'));
  await designer.giveInput({});
  await designer.button('Step').click();
  await expect(designer.status).toContainText(/^\s*Paused/);
  await designer.button('Continue').click();
  await designer.ends('Succeeded');
  const node = designer.node('Task', 'an example of synchronous function invocation');
  await expect(node).toHaveAccessibleDescription(/succeeded/);
});

test('an answer of a function is edited on its card: throw, then an error code of the service', async ({
  designer,
  page,
}) => {
  await designer.open(example('dynamic-parameters'));
  await designer.tab('Functions');
  const panel = page.getByRole('tabpanel', { name: 'Functions' });
  await panel.getByLabel('Answer', { exact: true }).first().selectOption('error');
  await panel.getByLabel('Error code', { exact: true }).first().selectOption('FC.ResourceThrottled');
  const answered = page.waitForResponse((response) => response.url().includes('/invocations'));
  await designer.run({ input: { BucketName: 'b', TaskId: 't' } });
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FC.ResourceThrottled');
  expect((await answered).status()).toBe(503);
});

test('an unknown path on a mocked host fails closed', async ({ page, designer }) => {
  await designer.open(example('sync-then-async'));
  await designer.run();
  await designer.ends('Succeeded');
  const outcome = await page.evaluate(async () => {
    const answers = [
      'https://fcv3.cn-shanghai.aliyuncs.com/not/an/api',
      'https://cn-hangzhou.fnf.aliyuncs.com/?Action=Nope',
    ];
    return Promise.all(
      answers.map((url) =>
        fetch(url).then(
          (r) => r.ok,
          () => false,
        ),
      ),
    );
  });
  expect(outcome).toEqual([false, false]);
});
