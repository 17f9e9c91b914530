import { expect, test } from 'vitest';
import { fdl } from '../../testing/command.ts';

const evaluate = async (...args: string[]) => {
  const { exit, out } = await fdl(['eval', ...args]);
  return [exit, JSON.parse(out)];
};

test('an expression gives its value', async () => {
  expect(await evaluate('1 + 2')).toEqual([0, { value: 3 }]);
  expect(await evaluate('format("{}-{}", $Input.a, 7)', '--input', '{"a": "cn"}')).toEqual([0, { value: 'cn-7' }]);
});

test('data of every kind can be given', async () => {
  const data = ['--output', '{"o": 1}', '--context', '{"Current": {"Name": "here"}}', '--global', '{"g": 2}'];
  expect(await evaluate('toArray($Output.o, $Context.Current.Name, $Global.g)', ...data)).toEqual([
    0,
    { value: [1, 'here', 2] },
  ]);
});

test('without data: an empty input, an execution called eval, and no output', async () => {
  expect(
    await evaluate('toArray($Input, $Global, $Context.Execution, $Context.Current)', '--input', '{"a":1}'),
  ).toEqual([0, { value: [{ a: 1 }, {}, { Name: 'eval', Input: { a: 1 } }, { Name: 'eval', Input: { a: 1 } }] }]);
  expect((await evaluate('$Output.x'))[0]).toBe(1);
});

test('an expression may begin with a minus', async () => {
  expect(await evaluate('-$Input.n', '--input', '{"n": 4}')).toEqual([0, { value: -4 }]);
  expect(await evaluate('--input', '{"n": 4}', '--', '-2')).toEqual([0, { value: -2 }]);
});

test('an error is data too, and the status says so', async () => {
  const [exit, { error }] = await evaluate('$Input.a.b.c');
  expect(exit).toBe(1);
  expect(error.code).toBe('FnF.ExpressionError');
  expect(error.detail).not.toBe('');
  expect((await evaluate('1 +'))[0]).toBe(1);
});

test('lines of JSON are answered a line each, mistakes included', async () => {
  const stdin = [
    '{"expr": "1 + 1"}',
    '',
    '{"expr": "$Input.n", "input": {"n": 5}}',
    '{"expr": "nope("}',
    'not json',
    '{"exp": "1"}',
    '[1]',
    '',
  ].join('\n');
  const { exit, out } = await fdl(['eval', '-'], { stdin });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(exit).toBe(1);
  expect(answers.slice(0, 2)).toEqual([{ value: 2 }, { value: 5 }]);
  expect(answers.slice(2).map(({ error }) => error.code)).toEqual([
    'FnF.ExpressionError',
    ...Array(3).fill('InvalidArgument'),
  ]);
  expect((await fdl(['eval', '-'], { stdin: '{"expr": "true"}\n' })).exit).toBe(0);
});

test('lines share what the command line gives, and may carry more than they need', async () => {
  const stdin = '{"expr": "$Input.n + $Global.g", "id": 1}\n{"expr": "$Input.n", "input": {"n": 5}}\n';
  const { exit, out } = await fdl(['eval', '-', '--input', '{"n": 2}', '--global', '{"g": 1}'], { stdin });
  expect([exit, out]).toEqual([0, '{"value":3}\n{"value":5}\n']);
});

test('data that is no JSON is misuse', async () => {
  const { exit, err } = await fdl(['eval', '1', '--input', '{a: 1}']);
  expect(exit).toBe(2);
  expect(err).toContain('--input is no JSON');
});

test('data can come from a file', async () => {
  const { out } = await fdl(['eval', '$Input.n', '--input', '@in.json'], { files: { 'in.json': '\uFEFF{"n": 8}' } });
  expect(JSON.parse(out)).toEqual({ value: 8 });
});
