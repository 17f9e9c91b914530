import { fileFormats, pictureFormats } from '../export/index.ts';
import { parseInstant } from '../scenario/index.ts';
import { messages } from './messages.ts';

/** An option of a command; one without `value` is a flag. */
export interface OptionSpec {
  readonly name: string;
  /** What stands for its value in the help: `FILE`. */
  readonly value?: string;
  readonly about: string;
  readonly choices?: readonly string[];
  readonly check?: (value: string) => boolean;
}

export type CommandName = keyof typeof messages.commands;

/** What a command takes; the arguments are checked against it and the help is written from it. */
export interface CommandSpec {
  readonly name: CommandName;
  readonly usage: string;
  readonly about: string;
  readonly details: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  readonly operands: { readonly least: number; readonly most: number };
  readonly operandsMayBeginWithDash?: boolean;
}

const { options: about, commands } = messages;
const anyNumber = Infinity;
const isWhole = (value: string): boolean => /^\d{1,9}$/.test(value);

const format: OptionSpec = { name: 'format', value: 'text|json', about: about.format, choices: ['text', 'json'] };
const mode: OptionSpec = { name: 'mode', value: 'MODE', about: about.mode, choices: ['Standard', 'Express'] };

export const specs: readonly CommandSpec[] = [
  {
    name: 'validate',
    ...commands.validate,
    operands: { least: 1, most: anyNumber },
    options: [mode, { name: 'max-warnings', value: 'N', about: about.maxWarnings, check: isWhole }, format],
  },
  {
    name: 'run',
    ...commands.run,
    operands: { least: 1, most: 1 },
    options: [
      { name: 'input', value: 'JSON|@FILE', about: about.input },
      { name: 'scenario', value: 'FILE', about: about.scenario },
      mode,
      { name: 'seed', value: 'N', about: about.seed, check: (value) => /^-?\d{1,15}$/.test(value) },
      {
        name: 'start-time',
        value: 'TIME',
        about: about.startTime,
        check: (value) => parseInstant(value) !== undefined,
      },
      { name: 'timeline', about: about.timeline },
      format,
    ],
  },
  {
    name: 'test',
    ...commands.test,
    operands: { least: 1, most: anyNumber },
    options: [
      { name: 'junit', value: 'FILE', about: about.junit },
      { name: 'coverage', about: about.coverage },
      format,
    ],
  },
  {
    name: 'eval',
    ...commands.eval,
    operands: { least: 1, most: 1 },
    operandsMayBeginWithDash: true,
    options: [
      { name: 'input', value: 'JSON|@FILE', about: about.evalInput },
      { name: 'output', value: 'JSON|@FILE', about: about.evalOutput },
      { name: 'context', value: 'JSON|@FILE', about: about.evalContext },
      { name: 'global', value: 'JSON|@FILE', about: about.evalGlobal },
      format,
    ],
  },
  {
    name: 'rename',
    ...commands.rename,
    operands: { least: 3, most: 3 },
    operandsMayBeginWithDash: true,
    options: [{ name: 'scope', value: 'PATH', about: about.scope }, { name: 'write', about: about.write }, format],
  },
  {
    name: 'graph',
    ...commands.graph,
    operands: { least: 1, most: 1 },
    options: [{ name: 'to', value: 'FORMAT', about: about.graphTo, choices: pictureFormats.map(pictureName) }, format],
  },
  {
    name: 'export',
    ...commands.export,
    operands: { least: 1, most: 1 },
    options: [
      { name: 'to', value: 'FORMAT', about: about.exportTo, choices: fileFormats },
      { name: 'out', value: 'DIR', about: about.out },
      mode,
      { name: 'region', value: 'REGION', about: about.region },
      { name: 'role-arn', value: 'ARN', about: about.roleArn },
      format,
    ],
  },
];

/** The graph as data is called `json` on the command line. */
export function pictureName(picture: string): string {
  return picture === 'graph' ? 'json' : picture;
}
