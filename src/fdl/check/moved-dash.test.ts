import { expect, test } from 'vitest';
import { checkFlow, readSource } from '../index.ts';

/** A Map with two states inside and one behind it; the list inside has its dashes in the given column. */
function flow(dash: number, outer: number): string {
  const [list, inner] = [' '.repeat(outer), ' '.repeat(dash)];
  const lines = [
    'Type: StateMachine', 'Name: n', 'SpecVersion: v1', 'StartAt: P', 'States:',
    `${list}- Name: P`, `${list}  Type: Map`, `${list}  ItemsPath: $Input.items`,
    `${list}  Processor:`, `${list}    StartAt: X`, `${list}    States:`,
    `${inner}- Name: X`, `${inner}  Type: Pass`, `${inner}  Next: Y`,
    `${inner}- Name: Y`, `${inner}  Type: Pass`, `${inner}  End: true`,
    `${list}  Next: Q`, `${list}- Name: Q`, `${list}  Type: Succeed`, '',
  ]; // prettier-ignore
  return lines.join('\n');
}

test.each([
  [6, 2],
  [8, 2],
  [4, 0],
])('a dash moved out of a list in column %i to that around it, in column %i, is one problem', (dash, outer) => {
  const good = flow(dash, outer);
  expect(checkFlow(readSource(good))).toEqual([]);
  const moved = good.replace(`${' '.repeat(dash)}- Name: Y`, `${' '.repeat(outer)}- Name: Y`);
  for (const source of [readSource(moved), readSource(moved, readSource(good))]) {
    const [problem, ...others] = checkFlow(source);
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(/^This dash stands left/);
    const [fix] = problem?.fixes ?? [];
    if (!fix || !('replace' in fix)) throw new Error('a fix is expected');
    expect(moved.slice(0, fix.replace.from) + fix.insert + moved.slice(fix.replace.to)).toBe(good);
  }
});
