import { example } from './support/flows.ts';
import type { Designer } from './support/designer.ts';
import { expect, test } from './support/fixtures.ts';

/** One answer of the only function's card, as a person sets it. */
interface CardAnswer {
  readonly kind: 'return' | 'return-expr' | 'error';
  readonly text?: string;
  readonly times?: number;
}

async function setAnswers(designer: Designer, answers: readonly CardAnswer[]): Promise<void> {
  await designer.tab('Functions');
  const card = designer.page.getByRole('tabpanel', { name: 'Functions' }).getByRole('listitem', { name: 'price' });
  for (const [i, answer] of answers.entries()) {
    if (i > 0) await card.getByRole('button', { name: 'Add answer' }).click();
    const form = card.getByRole('group', { name: `Answer ${i + 1}`, exact: true });
    await form.getByLabel('Answer', { exact: true }).selectOption(answer.kind);
    const field = { return: 'Value', 'return-expr': 'Expression', error: 'Error code' }[answer.kind];
    if (answer.kind === 'error') await form.getByLabel(field, { exact: true }).selectOption(answer.text ?? '');
    else await form.getByLabel(field, { exact: true }).fill(answer.text ?? '');
    await form.getByLabel('Times', { exact: true }).fill(String(answer.times ?? 1));
    await form.getByLabel('Times', { exact: true }).press('Enter');
  }
}

const busy = (times: number): CardAnswer => ({ kind: 'error', text: 'FC.ResourceThrottled', times });
const ten: CardAnswer = { kind: 'return', text: '{"price": 10}' };
const rows: readonly {
  readonly title: string;
  readonly input: object;
  readonly answers: readonly CardAnswer[];
  readonly status: string;
  readonly shows: string;
}[] = [
  {
    title: 'every parcel is priced',
    input: { zone: 'N', parcels: [{ kg: 1 }, { kg: 4 }] },
    answers: [{ kind: 'return-expr', text: '{"price": 10 * $Input.kg}' }],
    status: 'Succeeded',
    shows: '"quotes":[{"price":10},{"price":40}]',
  },
  {
    title: 'nothing to price',
    input: { zone: 'N', parcels: [] },
    answers: [ten],
    status: 'Succeeded',
    shows: '{"quotes":[]}',
  },
  {
    title: 'throttled twice, then priced after a second each',
    input: { zone: 'N', parcels: [{ kg: 1 }] },
    answers: [busy(2), ten],
    status: 'Succeeded',
    shows: '"quotes":[{"price":10}]',
  },
  {
    title: 'throttled three times, caught by the Map, failed',
    input: { zone: 'N', parcels: [{ kg: 1 }] },
    answers: [busy(3), ten],
    status: 'Failed',
    shows: 'QuoteFailed',
  },
];

for (const { title, input, answers, status, shows } of rows) {
  test(`quoting parcels: ${title}`, async ({ designer }) => {
    await designer.open(example('per-item-map'), title);
    await setAnswers(designer, answers);
    await designer.run(input);
    await designer.ends(status);
    await designer.tab('Execution');
    await expect(designer.events()).toContainText(shows);
  });
}
