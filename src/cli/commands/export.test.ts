import { expect, test } from 'vitest';
import { fdl } from '../../testing/command.ts';

const flow = `Type: StateMachine\r\nName: order # comment\r\nSpecVersion: v1\r\nStartAt: A\r\nStates:\r\n- {Name: A, Type: Pass, End: true}`;
const files = { 'order.yaml': flow };

test('yaml is the text itself, byte for byte', async () => {
  expect(await fdl(['export', 'order.yaml', '--to', 'yaml'], { files })).toMatchObject({ exit: 0, out: flow, err: '' });
});

test('without --out the main file goes to stdout and the names of the others to stderr', async () => {
  const { exit, out, err } = await fdl(['export', 'order.yaml', '--to', 'terraform', '--region', 'cn-shanghai'], {
    files,
  });
  expect(exit).toBe(0);
  expect(out).toContain('resource "alicloud_fnf_flow" "order"');
  expect(out).toContain('default = "cn-shanghai"');
  expect(err).toBe('also flow.yaml (write it with --out DIR)\n');
});

test('with --out all files are written', async () => {
  const {
    exit,
    out,
    err,
    files: after,
  } = await fdl(['export', 'order.yaml', '--to', 'serverless-devs', '--out', 'deploy/'], { files });
  expect([exit, out]).toEqual([0, '']);
  expect(err).toBe('wrote deploy/s.yaml\nwrote deploy/flow.yaml\n');
  expect(after['deploy/flow.yaml']).toBe(flow);
});

test('what cannot be exported is refused with a reason', async () => {
  const express = await fdl(['export', 'order.yaml', '--to', 'terraform', '--mode', 'Express'], { files });
  expect([express.exit, express.out]).toEqual([1, '']);
  expect(express.err).toContain('Terraform cannot create Express flows');
  const broken = await fdl(['export', '-', '--to', 'ros'], { stdin: flow.replace('StartAt: A', 'StartAt: B') });
  expect([broken.exit, broken.out]).toEqual([1, '']);
  expect(broken.err).toContain('1 error, the first: F05 (4:10)');
});

test.each([
  ['mermaid', /^flowchart TD\n/],
  ['svg', /^<svg xmlns=/],
  ['json', /^\{\n {2}"nodes": \[/],
])('the picture as %s', async (to, beginning) => {
  const { exit, out } = await fdl(['graph', 'order.yaml', '--to', to], { files });
  expect(exit).toBe(0);
  expect(out).toMatch(beginning);
});

test('the graph as data: states and transitions (R46)', async () => {
  const two = flow.replace('End: true}', 'Next: "B/C"}\r\n- {Name: B/C, Type: Succeed}');
  const { out } = await fdl(['graph', '-', '--to', 'json'], { stdin: two });
  expect(JSON.parse(out)).toEqual({
    nodes: [
      { id: 'A', name: 'A', type: 'Pass', scope: '' },
      { id: 'B~1C', name: 'B/C', type: 'Succeed', scope: '' },
    ],
    edges: [{ from: 'A', to: 'B~1C', kind: 'next', label: '' }],
  });
});

test('nothing to draw is said, not drawn', async () => {
  const { exit, out, err } = await fdl(['graph', '-', '--to', 'svg'], { stdin: '' });
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('There is no state to draw yet.');
});
