import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink, shareLink } from './share.ts';

const hashOf = (link: string): string => new URL(link).hash;

describe('a link', () => {
  test('carries name and text of any flow there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, name) => {
        const link = shareLink('http://localhost/sub/#/old', { name, text });
        expect(readLink(hashOf(link))).toEqual({ name, text });
      }),
      { numRuns: 60 },
    );
  });

  test('holds everything behind the #, so that no server sees it', () => {
    const link = new URL(shareLink('https://example.com/app/?x=1#/f=old', { name: 'n', text: 'secret' }));
    expect(`${link.origin}${link.pathname}${link.search}`).toBe('https://example.com/app/?x=1');
    expect(link.hash).toMatch(/^#\/f=[A-Za-z0-9_-]+$/);
  });

  test('a large flow makes a link much shorter than its text', () => {
    const text = '- Type: Pass\n  Name: A\n'.repeat(2000);
    expect(shareLink('http://x/', { name: 'n', text }).length).toBeLessThan(text.length / 20);
  });

  test.each(['#/f=', '#/f=nonsense', '#/f=%%%', '#/f=e30'])('%s is nothing to open', (hash) => {
    expect(readLink(hash)).toBeUndefined();
  });
});
