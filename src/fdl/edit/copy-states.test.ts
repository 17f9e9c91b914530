import { expect, test } from 'vitest';
import { copyStates, freshName, readSource, type StateId } from '../index.ts';

const ids = (...names: string[]): readonly StateId[] => names as unknown as readonly StateId[];

test('states are copied as they stand, comments and quotes included, from column 0', () => {
  const source = readSource(
    'StartAt: A\nStates:\n    # about A\n    - Name: "A"\n      Type: Pass # quick\n      End: true\n    - Name: B\n      Type: Succeed\n',
  );
  expect(copyStates(source, ids('B', 'A'))).toBe(
    '# about A\n- Name: "A"\n  Type: Pass # quick\n  End: true\n- Name: B\n  Type: Succeed\n',
  );
});

test('from JSON they come as YAML, and what is written elsewhere is written out', () => {
  const json = readSource(
    '{"StartAt": "A", "States": [{"Name": "A", "Type": "Pass", "OutputConstructor": {"x": ["1"]}}]}',
  );
  expect(copyStates(json, ids('A'))).toBe('- Name: A\n  Type: Pass\n  OutputConstructor:\n    x:\n      - "1"\n');
  const shared = readSource('x: &x {y: 1}\nStartAt: A\nStates:\n- Name: A\n  OutputConstructor: *x\n');
  expect(copyStates(shared, ids('A'))).toBe('- Name: A\n  OutputConstructor:\n    y: 1\n');
});

test('nested states go with their container; unknown ones are left out', () => {
  const source = readSource(
    'StartAt: M\nStates:\n- Name: M\n  Type: Map\n  Processor:\n    StartAt: X\n    States:\n    - Name: X\n      Type: Pass\n',
  );
  expect(copyStates(source, ids('M', 'M/Processor/X', 'gone')).match(/Name: X/g)).toHaveLength(1);
  expect(copyStates(source, ids('M/Processor/X'))).toBe('- Name: X\n  Type: Pass\n');
  expect(copyStates(source, ids('gone'))).toBe('');
});

test('fresh names count on', () => {
  const { flow } = readSource('StartAt: A\nStates:\n- Name: A\n- Name: A 2\n- Name: B 7\n');
  expect(freshName(flow, 'C')).toBe('C');
  expect(freshName(flow, 'A')).toBe('A 3');
  expect(freshName(flow, 'B 7')).toBe('B 2');
});
