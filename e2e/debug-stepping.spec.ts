import type { Page } from '@playwright/test';
import { flatFlow } from '../bench/support/flow-text.ts';
import { perItem, threeTokens } from './support/debug-flows.ts';
import type { Designer } from './support/designer.ts';
import { expect, test } from './support/fixtures.ts';
import { example } from './support/flows.ts';
import { watchRedraws } from './support/redraws.ts';

const flows: readonly { readonly name: string; readonly text: string; readonly input: unknown }[] = [
  { name: 'the synchronous and asynchronous example', text: example('sync-then-async'), input: {} },
  {
    name: 'the Choice example',
    text: example('choice'),
    input: { Records: [], BucketName: 'b', TaskId: 't', ObjectSize: 9, Threshold: 3 },
  },
  { name: 'a Map', text: perItem, input: { items: [{ n: 1 }, { n: 2 }, { n: 3 }] } },
  { name: 'a Parallel in a Map', text: threeTokens, input: { items: [{ id: 1 }] } },
  {
    name: '1,000 states',
    text: flatFlow(1_000).replaceAll('item.$: $Output.Body', 'item: 1'),
    input: { item: 1, item0: 1, item1: 1, item2: 1, item3: 1, item4: 1, item5: 1, item6: 1 },
  },
];

/** Presses Step and waits until the run stands somewhere else. */
async function step(designer: Designer): Promise<string> {
  const events = designer.page.getByRole('slider', { name: 'Moment' });
  const before = await events.getAttribute('max');
  await designer.page.keyboard.press('F11');
  await expect(events).not.toHaveAttribute('max', before ?? '');
  await expect(designer.status).not.toContainText(/^\s*Running/);
  return (await designer.status.textContent()) ?? '';
}

/** The redraws of one step, without those of a view that moved along to a state outside of it. */
async function redrawsOf(designer: Designer, page: Page) {
  const view = (): Promise<string | null> => page.locator('.react-flow__viewport').getAttribute('style');
  const before = await view();
  await page.evaluate(() => window.redraws());
  const status = await step(designer);
  // Everything that follows from the step has been drawn after two frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seen = await page.evaluate(() => window.redraws());
  return { ...seen, status, moved: (await view()) !== before };
}

for (const { name, text, input } of flows) {
  test(`a step redraws at most three nodes: ${name}`, async ({ designer, page }) => {
    await watchRedraws(page);
    await designer.start();
    await designer.open(text);
    await designer.giveInput(input);
    await page.getByRole('tab', { name: 'Execution' }).focus();
    await page.keyboard.press('F11');
    await designer.ends('Paused');
    let redrawn = 0;
    for (let i = 0; i < 12; i += 1) {
      const seen = await redrawsOf(designer, page);
      expect.soft(new Set(seen.nodes).size, `${seen.nodes.join(', ')} at ${seen.status}`).toBeLessThanOrEqual(3);
      expect.soft(seen.changed.length, `${seen.changed.join(', ')} at ${seen.status}`).toBeLessThanOrEqual(3);
      redrawn += seen.nodes.length;
      if (!/Paused/.test(seen.status)) break;
    }
    expect(redrawn, 'the counter counts').toBeGreaterThan(0);
  });
}
