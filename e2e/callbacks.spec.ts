import { example } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

const state = 'invoke-with-callback';

test('a waiting token succeeds with an output, by a real request with the token in its query', async ({
  designer,
  page,
}) => {
  await designer.open(example('custom-callback'));
  await designer.run();
  await designer.ends('Waiting');
  const token = await designer.token(state);
  await token.getByRole('textbox', { name: 'Output' }).fill('{"message": "hello"}');
  const report = page.waitForRequest((request) => request.url().includes('fnf.aliyuncs.com'));
  await token.getByRole('button', { name: 'Succeed', exact: true }).click();
  await designer.ends('Succeeded');

  const request = await report;
  const query = new URL(request.url()).searchParams;
  expect(query.get('Action')).toBe('ReportTaskSucceeded');
  expect(query.get('TaskToken')).toMatch(/^[A-Za-z0-9+/=]{40,}$/);
  expect(new URLSearchParams(request.postData() ?? '').get('Output')).toBe('{"message": "hello"}');
  const answer = (await (await request.response())?.json()) as Record<string, unknown>;
  expect(answer).toEqual({ EventId: expect.any(Number), RequestId: expect.any(String) });

  const again = await page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(url ?? '', { method: 'POST', headers, body: body ?? '' });
      return { status: response.status, code: ((await response.json()) as { Code: string }).Code };
    },
    [request.url(), request.postData()],
  );
  expect(again).toEqual({ status: 400, code: 'TaskAlreadyCompleted' });
});

test('a waiting token fails with Error and Cause', async ({ designer }) => {
  await designer.open(example('custom-callback'));
  await designer.run();
  await designer.ends('Waiting');
  await expect(designer.node('Task', state)).toHaveAccessibleDescription(/waiting/);
  const token = await designer.token(state);
  await token.getByRole('textbox', { name: 'Error' }).fill('Rejected');
  await token.getByRole('textbox', { name: 'Cause' }).fill('by the manager');
  await token.getByRole('button', { name: 'Fail', exact: true }).click();
  await designer.ends('Failed');
  await expect(designer.status).toContainText('Rejected');
});

test('an output that is no JSON object is refused before it is sent', async ({ designer, page }) => {
  const reports: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('fnf.aliyuncs.com')) reports.push(request.url());
  });
  await designer.open(example('custom-callback'));
  await designer.run();
  await designer.ends('Waiting');
  const token = await designer.token(state);
  for (const output of ['[1]', '7', 'nonsense', '"text"']) {
    await token.getByRole('textbox', { name: 'Output' }).fill(output);
    await token.getByRole('button', { name: 'Succeed', exact: true }).click();
    await expect(token.getByRole('alert')).toContainText(/object/i);
  }
  expect(reports).toEqual([]);
  await expect(designer.status).toContainText('Waiting');
});

test('a system callback comes by itself when the function ends', async ({ designer }) => {
  await designer.open(example('custom-callback').replace('WaitForCustomCallback', 'WaitForSystemCallback'));
  await designer.run();
  await designer.ends('Succeeded');
});
