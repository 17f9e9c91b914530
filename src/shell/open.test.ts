import { describe, expect, test } from 'vitest';
import { nameOf } from './open-file.ts';
import { target } from './Tabs.tsx';
import { isWholeFlow } from './use-drop-and-paste.ts';

describe('opening', () => {
  test.each([
    ['order.fdl.yaml', 'order'],
    ['order.yml', 'order'],
    ['订单.json', '订单'],
    ['.yaml', '.yaml'],
    ['no-extension', 'no-extension'],
  ])('the file %s is the flow %s', (file, name) => {
    expect(nameOf(file)).toBe(name);
  });

  test.each([
    ['Type: StateMachine\nStates:\n- Name: A', true],
    ['\uFEFF{"Type": "StateMachine", "StartAt": "A", "States": []}', true],
    ['- Name: A\n  Type: Pass', false],
    ['  States: indented', false],
    ['{"hello": 1}', false],
  ])('%j is a whole flow: %s', (text, whole) => {
    expect(isWholeFlow(text)).toBe(whole);
  });
});

test('arrow keys go around the tabs', () => {
  expect(target('ArrowRight', 5, 6)).toBe(0);
  expect(target('ArrowLeft', 0, 6)).toBe(5);
  expect(target('End', 1, 6)).toBe(5);
  expect(target('x', 1, 6)).toBeUndefined();
});
