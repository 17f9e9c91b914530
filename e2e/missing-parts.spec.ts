import { expect, test } from '@playwright/test';
import { Designer } from './support/designer.ts';
import { commented } from './support/flows.ts';

// A worker would fetch for the page, and what fails has to fail here.
test.use({ serviceWorkers: 'block' });

/** Parts of the program that cannot be fetched: offline, or a newer version took their place on the server. */
test('a page whose parts cannot be fetched says so, and is whole again with the work after a reload', async ({
  page,
}) => {
  const designer = new Designer(page);
  await designer.start();
  await designer.open(commented, 'kept');
  await expect(designer.node('Task', 'Charge')).toBeVisible();
  await page.getByText('Saved', { exact: true }).waitFor();

  // The YAML library: a text that somebody wrote cannot be shown without it.
  const gone = /assets\/browser-/;
  await page.route(gone, (route) => route.abort());
  await page.reload();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('FDL Studio could not start');
  await expect(alert).toContainText('kept in this browser');

  await page.unroute(gone);
  await alert.getByRole('button', { name: 'Reload the page' }).click();
  await expect(designer.node('Task', 'Charge')).toBeVisible();
  expect(await designer.text()).toBe(commented);
});

test('a dialog and a panel that cannot be fetched say so; everything else goes on', async ({ page }) => {
  const designer = new Designer(page);
  await designer.start();
  await page.route(/assets\/(ExportDialog|Tests|DockSize)-/, (route) => route.abort());
  await designer.button('Export').click();
  await expect(page.getByText('Export could not be loaded')).toBeVisible();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByRole('button', { name: 'Reload the page' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await designer.tab('Tests');
  await expect(page.getByText('Tests could not be loaded')).toBeVisible();

  await designer.add('Wait');
  await expect(designer.node('Wait', 'Wait')).toBeVisible();
});
