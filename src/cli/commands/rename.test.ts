import { expect, test } from 'vitest';
import { fdl } from '../../testing/command.ts';

const flow = `\uFEFF# the order\r
Type: StateMachine\r
Name: order\r
SpecVersion: v1\r
StartAt: Charge   # first\r
States:\r
- Name: Charge\r
  Type: Pass\r
  Next: Both\r
- Name: Both\r
  Type: Parallel\r
  Branches:\r
  - {StartAt: A, States: [{Name: A, Type: Pass, End: true}]}\r
  - StartAt: A\r
    States:\r
    - {Name: A, Type: Pass, Next: a/b}\r
    - {Name: a/b, Type: Pass, End: true}\r
  End: true`;
const files = { 'order.yaml': flow };

test('stdout is the new text, byte for byte, with every reference renamed', async () => {
  const { exit, out, err } = await fdl(['rename', 'order.yaml', 'Charge', 'Charge card'], { files });
  expect([exit, err]).toEqual([0, '']);
  expect(out).toBe(
    flow.replace('StartAt: Charge ', 'StartAt: Charge card ').replace('Name: Charge', 'Name: Charge card'),
  );
});

test('a name in several scopes needs --scope', async () => {
  const { exit, out, err } = await fdl(['rename', 'order.yaml', 'A', 'B'], { files });
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('"A" is in several scopes. Say which with --scope: "Both/Branch0", "Both/Branch1".');
  const scoped = await fdl(['rename', 'order.yaml', 'A', 'B', '--scope', 'Both/Branch1'], { files });
  expect(scoped.exit).toBe(0);
  expect(scoped.out).toBe(
    flow
      .replace('- StartAt: A', '- StartAt: B')
      .replace('- {Name: A, Type: Pass, Next', '- {Name: B, Type: Pass, Next'),
  );
});

test('names with slashes are names', async () => {
  const { out } = await fdl(['rename', 'order.yaml', 'a/b', 'c/d~e'], { files });
  expect(out).toBe(flow.replaceAll('a/b', 'c/d~e'));
});

test.each([
  [['Nobody', 'B'], 'There is no state "Nobody".'],
  [['charge', 'B'], 'Did you mean "Charge"?'],
  [['Charge', 'B', '--scope', 'Both/Branch1'], 'There is no state "Charge" in "Both/Branch1". It is in: "".'],
  [['Charge', 'Both'], 'Both'],
  [['Charge', ''], ''],
  [
    ['Charge', 'X', '--scope', 'Both/Branch7'],
    'There is no scope "Both/Branch7". Scopes: "", "Both/Branch0", "Both/Branch1".',
  ],
])('refused with a reason, nothing on stdout: %j', async (args, reason) => {
  const { exit, out, err, files: after } = await fdl(['rename', 'order.yaml', ...args, '--write'], { files });
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain(reason);
  expect(after['order.yaml']).toBe(flow);
});

test('a name may begin with a dash', async () => {
  const { exit, out } = await fdl(['rename', 'order.yaml', 'Charge', '- x'], { files });
  expect([exit, out]).toEqual([
    0,
    flow.replace('StartAt: Charge ', 'StartAt: "- x" ').replace('Name: Charge', 'Name: "- x"'),
  ]);
});

test('--write changes the file; a person at a terminal is not shown the whole text', async () => {
  const args = ['rename', 'order.yaml', 'Charge', 'Pay', '--write'];
  const piped = await fdl(args, { files });
  const seen = await fdl(args, { files, isTerminal: true });
  expect(piped.out).toBe(piped.files['order.yaml']);
  expect(piped.out).toContain('Name: Pay');
  expect([seen.out, seen.files['order.yaml']]).toEqual(['', piped.out]);
  expect(seen.err).toBe('order.yaml: 2 places changed\n');
});
