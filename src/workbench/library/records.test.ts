import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FunctionCard } from '../../scenario/index.ts';
import { readCards, writeCards } from './cards.ts';
import { emptySettings, loadCodec, packAside, packText, readKey, unpackAside, unpackText } from './records.ts';

beforeAll(loadCodec);

describe('records', () => {
  test('any text comes back exactly, large ones compressed', () => {
    const large = '- Name: 状态 🎈\r\n'.repeat(20_000);
    expect(packText(large).length).toBeLessThan(large.length / 20);
    expect(unpackText(packText(large))).toBe(large);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unpackText(packText(text)) === text));
    const pairs = ` ${'🎈'.repeat(100_000)}`;
    expect(unpackText(packText(pairs))).toBe(pairs);
    const lone = `\uD800${'x'.repeat(200_000)}`;
    expect(unpackText(packText(lone))).toBe(lone);
  });

  test('what is beside the text comes back', () => {
    const cards: readonly FunctionCard[] = [
      {
        match: { function: 'f' },
        answers: [
          { kind: 'return', value: { a: [1, null] }, latencyMs: 5, times: 2 },
          { kind: 'throw', errorType: 'E', errorMessage: undefined, latencyMs: 0, times: 1 },
          { kind: 'error', code: 'FC.ResourceThrottled', detail: undefined, latencyMs: 0, times: 1 },
          { kind: 'timeout', latencyMs: 0, times: 1 },
        ],
        asyncRetries: 3,
      },
    ];
    const aside = {
      positions: new Map([['A/Branch0/B' as never, { x: 1, y: -2 }]]),
      settings: { ...emptySettings, cards },
    };
    expect(unpackAside(packAside(aside))).toEqual({ aside, damaged: false });
    expect(readCards(writeCards(cards))).toEqual(cards);
  });

  test('whatever was written there by somebody else never throws', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(unpackAside(text).aside.settings.input).toBeTypeOf('string');
      }),
    );
    expect(unpackAside('{"cards":[{"match":{},"answers":[{"kind":"eval"}]}]}').aside.settings.cards).toEqual([
      { match: {}, answers: [] },
    ]);
    expect(unpackText('zdamaged')).toBeUndefined();
  });

  test('keys of other programs are none of ours', () => {
    expect(readKey('fdl-studio/1/flow/abc/text')).toEqual({ id: 'abc', part: 'text' });
    expect(readKey('something/else')).toBeUndefined();
  });
});
