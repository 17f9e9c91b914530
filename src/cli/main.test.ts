import { expect, test } from 'vitest';
import { fdl } from '../testing/command.ts';
import { specs } from './specs.ts';
import { version } from './version.ts';

test('without a command the help goes to stderr and the status says misuse', async () => {
  const { exit, out, err } = await fdl([]);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('fdl COMMAND');
});

test('the general help names every command', async () => {
  const { exit, out, err } = await fdl(['--help']);
  expect([exit, err]).toEqual([0, '']);
  for (const { name, about } of specs) expect(out).toContain(`  ${name.padEnd(8)}  ${about}`);
  expect(await fdl(['help'])).toMatchObject({ exit: 0, out });
});

test.each(specs.map((spec) => [spec.name, spec] as const))('fdl %s --help names every option', async (name, spec) => {
  const { exit, out } = await fdl([name, '--help']);
  expect(exit).toBe(0);
  for (const option of spec.options) expect(out).toContain(`--${option.name}`);
  expect(out).toContain(spec.usage);
  expect(await fdl(['help', name])).toMatchObject({ exit: 0, out });
  expect(await fdl([name, '--nonsense', '-h'])).toMatchObject({ exit: 0, out });
});

test('help fits a terminal', async () => {
  const texts = await Promise.all([fdl(['--help']), ...specs.map(({ name }) => fdl([name, '--help']))]);
  const lines = texts.flatMap(({ out }) => out.split('\n'));
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
});

test('the version is that of the package', async () => {
  expect(await fdl(['--version'])).toMatchObject({ exit: 0, out: `${version}\n` });
});

test.each([
  [['vaildate', 'a.yaml'], 'Unknown command "vaildate". Did you mean "validate"?'],
  [['frobnicate'], 'Unknown command "frobnicate".'],
  [['validate', 'a.yaml', '--fromat', 'json'], 'Unknown option --fromat for fdl validate. Did you mean --format?'],
  [['validate', '-x', 'a.yaml'], 'Unknown option -x for fdl validate.'],
  [['validate'], 'Usage: fdl validate FILE...'],
  [['validate', 'a.yaml', '--format', 'xml'], '--format cannot be "xml". Allowed: text, json.'],
  [['validate', 'a.yaml', '--mode', 'express'], '--mode cannot be "express". Did you mean "Express"?'],
  [['validate', 'a.yaml', '--max-warnings', 'few'], '--max-warnings cannot be "few"'],
  [['run', 'a.yaml', 'b.yaml'], '"b.yaml" is one argument too many.'],
  [['run', 'a.yaml', '--timeline=yes'], '--timeline takes no value.'],
  [['run', 'a.yaml', '--seed'], '--seed needs a value'],
  [['run', 'a.yaml', '--start-time', 'noon'], '--start-time cannot be "noon"'],
  [['test', 'a.yaml', '--junit', '--coverage'], '--junit needs a value'],
  [['graph', 'a.yaml'], '--to is missing. Allowed: mermaid, svg, json.'],
  [['export', 'a.yaml', '--to', 'helm'], '--to cannot be "helm".'],
  [['export', 'a.yaml', '--to', 'terrafrom'], 'Did you mean "terraform"?'],
  [['rename', 'a.yaml', 'A'], 'Usage: fdl rename FILE OLD NEW'],
  [['validate', '-', '-'], '- stands for stdin, which can be read only once.'],
  [['test', '-', 'a.yaml', '-'], '- stands for stdin'],
  [['run', '-', '--input', '@-'], '- stands for stdin'],
  [['run', 'a.yaml', '--input', '-', '--scenario', '-'], '- stands for stdin'],
])('misuse: fdl %j exits 2 with a hint on stderr', async (args, hint) => {
  const { exit, out, err } = await fdl(args, { files: { 'a.yaml': '' } });
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(hint);
  expect(err).toMatch(/See: fdl .*--help\n$/);
});

test.each([['validate'], ['run'], ['graph', '--to', 'svg'], ['export', '--to', 'yaml'], ['test']])(
  'a missing file is one line and exit 2: fdl %s',
  async (command, ...options) => {
    const { exit, out, err } = await fdl([command, 'nowhere.yaml', ...options]);
    expect([exit, out, err]).toEqual([2, '', 'fdl: nowhere.yaml: there is no such file.\n']);
  },
);
