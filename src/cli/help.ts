import { messages } from './messages.ts';
import { type CommandSpec, specs } from './specs.ts';

/** `fdl --help`. */
export function generalHelp(): string {
  return lines([
    messages.tagline,
    '',
    `${messages.usageTitle}:`,
    `  ${messages.generalUsage}`,
    '',
    `${messages.commandsTitle}:`,
    ...table(specs.map((spec) => [spec.name, spec.about])),
    '',
    `${messages.optionsTitle}:`,
    ...table(messages.generalOptions),
    '',
    ...messages.generalNotes,
  ]);
}

/** `fdl COMMAND --help`, written from the same table the arguments are checked against. */
export function commandHelp(spec: CommandSpec): string {
  const options = spec.options.map((option): readonly [string, string] => {
    return [option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`, option.about];
  });
  return lines([
    `fdl ${spec.name}: ${spec.about}`,
    '',
    `${messages.usageTitle}:`,
    `  ${spec.usage}`,
    ...(spec.details.length > 0 ? ['', ...spec.details] : []),
    '',
    `${messages.optionsTitle}:`,
    ...table([...options, ['--help', messages.helpOption]]),
    '',
    `${messages.examplesTitle}:`,
    ...spec.examples.map((example) => `  ${example}`),
  ]);
}

const lines = (parts: readonly string[]): string => `${parts.join('\n')}\n`;

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
