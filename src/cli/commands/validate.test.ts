import { expect, test } from 'vitest';
import { fdl, fdlJson } from '../../testing/command.ts';

const good = `Type: StateMachine
Name: good
SpecVersion: v1
StartAt: A
States:
- {Name: A, Type: Pass, End: true}
`;
const bad = good.replace('StartAt: A', 'StartAt: Nowhere').replace('End: true', 'Next: Gone');
const warned = good.replace('{Name: A, Type: Pass, End: true}', '{Name: A, Type: Fail, Code: X}');
const files = { 'good.yaml': good, 'bad.yaml': bad, 'warned.yaml': warned };

interface Checked {
  readonly file: string;
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly line: number }[];
}

test('a good flow has no problems and exit 0', async () => {
  const { exit, out, err } = await fdl(['validate', 'good.yaml'], { files });
  expect([exit, out, err]).toEqual([0, '', '1 file: no problems\n']);
});

test('problems are lines that terminals and CI can click; the sum goes to stderr', async () => {
  const { exit, out, err } = await fdl(['validate', 'bad.yaml'], { files });
  expect(exit).toBe(1);
  expect(out).toMatch(/^bad\.yaml:4:10 error F05 .+$/m);
  expect(out).toMatch(/^bad\.yaml:6:31 error C07 .+$/m);
  expect(err).toMatch(/^1 file: 2 errors, /);
});

test('as JSON: every file with its diagnostics', async () => {
  const { exit, json, err } = await fdlJson<Checked[]>(['validate', 'good.yaml', 'bad.yaml'], { files });
  expect([exit, err]).toEqual([1, '']);
  expect(json.map(({ file }) => file)).toEqual(['good.yaml', 'bad.yaml']);
  expect(json[0]?.diagnostics).toEqual([]);
  expect(json[1]?.diagnostics[0]).toMatchObject({
    code: 'F05',
    severity: 'error',
    line: 4,
    column: 10,
    endLine: 4,
    endColumn: 17,
  });
});

test('warnings are no failure unless there are more than allowed', async () => {
  expect((await fdl(['validate', 'warned.yaml'], { files })).exit).toBe(0);
  expect((await fdl(['validate', 'warned.yaml', '--max-warnings', '5'], { files })).exit).toBe(0);
  const { exit, err } = await fdl(['validate', 'warned.yaml', '--max-warnings=0'], { files });
  expect(exit).toBe(1);
  expect(err).toContain('--max-warnings allows 0');
});

test('the mode decides about what only one of them allows', async () => {
  const wait = good.replace('Type: Pass', 'Type: Wait, Seconds: 100');
  expect((await fdl(['validate', '-'], { stdin: wait })).exit).toBe(0);
  expect((await fdl(['validate', '-', '--mode', 'Express'], { stdin: wait })).exit).toBe(1);
});

test.each([
  '',
  'a: [',
  '- 1\n',
  'null',
  '{"Comment": "ASL", "StartAt": "A", "States": {"A": {}}}',
  'type: flow\nversion: v1\nsteps: []',
  '\u0000',
  '\uFEFF',
])('whatever the text is, there is a diagnosis: %j', async (stdin) => {
  const { exit, json } = await fdlJson<Checked[]>(['validate', '-'], { stdin });
  expect(exit).toBe(1);
  expect(json[0]?.diagnostics.length).toBeGreaterThan(0);
});
