import { type CardAnswer, setAnswers } from './support/answers.ts';
import { example } from './support/flows.ts';
import { expect, test } from './support/fixtures.ts';

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
    await setAnswers(designer, 'price', answers);
    await designer.run(input);
    await designer.ends(status);
    await designer.tab('Execution');
    await expect(designer.events()).toContainText(shows);
  });
}
