import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fdl } from '../testing/command.ts';
import { specs } from './specs.ts';

const flow = `Type: StateMachine
Name: f
SpecVersion: v1
StartAt: A
States:
- {Name: A, Type: Pass, End: true}
`;
const piece = fc.constantFrom(
  'Type: StateMachine\n',
  'States:\n',
  '- Name: A\n',
  '  Type: Task\n',
  '\tx: 1\n',
  '&a [*a]',
  '{',
  "'",
  '\u0000',
  '审批: ✓\r\n',
  '<<: *x\n',
  '- -\n',
);
const text = fc.oneof(
  fc.constant(flow),
  fc.string(),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
);
const options = specs.flatMap((spec) => spec.options.flatMap(({ name, choices = [] }) => [`--${name}`, ...choices]));
const words = [
  'a.yaml',
  's.yaml',
  '-',
  'A',
  'mermaid',
  'svg',
  '1 + 1',
  '{}',
  '@a.yaml',
  '--',
  '--help',
  '-h',
  '',
  '__proto__',
];
const args = fc.tuple(
  fc.constantFrom(...specs.map(({ name }) => name)),
  fc.array(fc.oneof(fc.constantFrom(...words, ...options), fc.string()), { maxLength: 6 }),
);

test('whatever stands on the line and in the files: a status, and misuse is silent on stdout', async () => {
  await fc.assert(
    fc.asyncProperty(args, text, text, async ([command, rest], a, s) => {
      const { exit, out, err } = await fdl([command, ...rest], { files: { 'a.yaml': a, 's.yaml': s }, stdin: a });
      expect([0, 1, 2]).toContain(exit);
      if (exit === 2) expect([out, err === '']).toEqual(['', false]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a flow that can be written can be read, drawn, run and exported, whatever the text', async () => {
  const commands = [
    ['validate'],
    ['run'],
    ['graph', '--to', 'svg'],
    ['graph', '--to', 'mermaid'],
    ['graph', '--to', 'json'],
    ['export', '--to', 'json'],
    ['export', '--to', 'ram-policy'],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...commands), text, async ([command = '', ...rest], stdin) => {
      const { exit } = await fdl([command, '-', ...rest], { stdin });
      expect([0, 1]).toContain(exit);
    }),
    { numRuns: 150 },
  );
}, 60_000);
