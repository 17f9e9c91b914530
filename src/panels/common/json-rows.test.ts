import { expect, test } from 'vitest';
import { childrenOf, findIn, insideOf, isChanged, pathKey, shortText } from './json-rows.ts';

test('lists and objects have children, scalars have none', () => {
  expect(childrenOf({ a: 1, b: [2] })).toEqual([
    ['a', 1],
    ['b', [2]],
  ]);
  expect(childrenOf('x')).toEqual([]);
});

test('what is closed says how much is inside', () => {
  expect([[], {}, [1, 2], { a: 1 }, 'x', null].map(shortText)).toEqual(['[]', '{}', '[…2]', '{…1}', '"x"', 'null']);
});

test('what was searched for is found in keys and values, and what is around it opens', () => {
  const { hits, open } = findIn({ orders: [{ id: 'o-1' }, { id: 'o-2' }] }, 'O-2');
  expect([...hits]).toEqual([pathKey(['orders', 1, 'id'])]);
  expect([...open]).toEqual([pathKey([]), pathKey(['orders']), pathKey(['orders', 1])]);
  expect(findIn({ orders: [] }, 'order').hits.size).toBe(1);
  expect(findIn({ orders: [] }, '  ').hits.size).toBe(0);
});

test('a key that is new or has another value has changed; without a before nothing has', () => {
  expect(isChanged({ a: 1 }, 'a', 1)).toBe(false);
  expect(isChanged({ a: 1 }, 'a', 2)).toBe(true);
  expect(isChanged({}, 'a', 2)).toBe(true);
  expect(isChanged(undefined, 'a', 2)).toBe(false);
  expect(insideOf(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe(1);
  expect(insideOf({}, 'constructor')).toBeUndefined();
});
