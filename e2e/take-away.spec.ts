import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixtures.ts';

const body =
  'Type: StateMachine\nName: kept\nSpecVersion: v1\nStartAt: A\nStates:\n- &a {Name: A, Type: Pass, End: true}  # one';
const awkward: Record<string, string> = {
  'no final newline, anchors and comments': body,
  CRLF: body.replaceAll('\n', '\r\n') + '\r\n',
  'mixed line ends': body.replace('\n', '\r\n') + '\n',
  'a byte order mark': `\uFEFF${body}\n`,
  'blank lines at the end': `${body}\n\n\n`,
  'Chinese and emoji': body.replace('kept', '"kept"  # 保留 🎈').concat('\n'),
};

for (const [title, text] of Object.entries(awkward)) {
  test(`open and export without an edit gives the same bytes: ${title}`, async ({ designer, page }) => {
    await designer.open(text, 'kept');
    await expect(page.locator('.monaco-editor').first()).toBeVisible();
    expect(await designer.text()).toBe(text);
    await designer.button('Export').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('radio', { name: /YAML/ }).click();
    const arrives = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /^Download/ }).click();
    const download = await arrives;
    expect(readFileSync(await download.path()).equals(Buffer.from(text, 'utf8'))).toBe(true);
  });
}

test('the work is still there after a reload', async ({ designer, page }) => {
  await designer.open(body, 'kept');
  await designer.select('Pass', 'A');
  await designer.fill('Name', 'Renamed');
  const text = await designer.text();
  await page.waitForTimeout(1_200); // the promise is "within a second"
  await page.reload();
  await page.evaluate(() => window.fdlStudio.ready);
  expect(await designer.text()).toBe(text);
  await expect(designer.node('Pass', 'Renamed')).toBeVisible();
});

test('what is typed into the form is kept, too, when the page goes in the middle of it', async ({ designer, page }) => {
  await designer.open(body, 'kept');
  await designer.select('Pass', 'A');
  await designer.field('Description').pressSequentially('half a sen');
  await page.reload();
  await page.evaluate(() => window.fdlStudio.ready);
  expect(await designer.text()).toContain('half a sen');
});

test('a file is opened by choosing it', async ({ designer, page }) => {
  const chooser = page.waitForEvent('filechooser');
  await designer.button('Open').click();
  await (await chooser).setFiles({ name: 'mine.fdl.yaml', mimeType: 'text/yaml', buffer: Buffer.from(body) });
  await expect(designer.node('Pass', 'A')).toBeVisible();
  expect(await designer.text()).toBe(body);
});
