import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../../model.ts';
import { readSource } from '../../syntax/read-source.ts';
import { judgeScope } from './scope-verdict.ts';
import { mark, tableOf, type WayTable } from './way-table.ts';

const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', '', '__proto__');
const written = fc.oneof(
  fc.tuple(name, name).map(([own, next]) => `{Name: "${own}", Type: Pass, Next: "${next}"}`),
  name.map((own) => `{Name: "${own}", Type: Succeed}`),
  fc
    .tuple(name, name, name)
    .map(
      ([own, a, b]) =>
        `{Name: "${own}", Type: Choice, Branches: [{Condition: $Input.a, Next: "${a}"}], Default: "${b}"}`,
    ),
  name.map((own) => `{Name: "${own}", Type: Map, End: true}`),
);
const textOf = (states: readonly string[]): string => `StartAt: A\nStates:\n${states.map((s) => `- ${s}\n`).join('')}`;

/** A list with some part of it taken out and another one put in. */
const changes = fc.array(fc.record({ at: fc.nat(8), out: fc.nat(3), put: fc.array(written, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 8,
});

/** What a table says, whatever numbers it uses. */
function said(table: WayTable): unknown {
  const names = [...table.numbering.keys()];
  return table.states.map((_, i) => ({
    name: names[table.names[i]!],
    ways: [...table.targets.subarray(table.first[i], table.first[i + 1])].map((target) => names[target]),
    marks: table.marks[i],
  }));
}

test('a table that follows from the one before says the same as one made afresh', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), changes, (start, steps) => {
      let list: string[] = [...start];
      let source = readSource(textOf(list));
      let table = tableOf(source.flow);
      for (const { at, out, put } of steps) {
        list = [...list.slice(0, at), ...put, ...list.slice(at + out)];
        source = readSource(textOf(list), source);
        table = tableOf(source.flow, table);
        const fresh = tableOf(source.flow);
        expect(said(table)).toEqual(said(fresh));
        expect(judgeScope(source.flow, table)).toEqual(judgeScope(source.flow, fresh));
      }
    }),
    { numRuns: 400 },
  );
});

test('names nobody uses any more do not pile up', () => {
  let table = tableOf({ states: [] });
  for (let i = 0; i < 3_000; i += 1) {
    const { states } = readSource(textOf([`{Name: s${i}, Type: Succeed}`])).flow as { states: readonly State[] };
    table = tableOf({ states }, table);
  }
  expect(table.numbering.size).toBeLessThan(1_100);
  expect(table.marks[0]! & mark.ends).not.toBe(0);
});
