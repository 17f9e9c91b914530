import { checkFlow, diagnosticRecord, readSource } from '../../fdl/index.ts';
import { modeOf } from '../data.ts';
import { optionText } from '../args.ts';
import type { Command, Io } from '../io.ts';
import { messages } from '../messages.ts';
import { noFile } from '../usage.ts';

type Checked = { readonly file: string; readonly diagnostics: readonly ReturnType<typeof diagnosticRecord>[] };

/** `fdl validate`: all diagnostics of every file; exit 1 when any is an error or there are too many warnings (R41). */
export const validateCommand: Command = (args, io) => {
  const checked: Checked[] = [];
  for (const file of args.positionals) {
    const text = io.read(file);
    if (!text.ok) return noFile(io, text.error);
    const source = readSource(text.value);
    const diagnostics = checkFlow(source, { mode: modeOf(args) }).map((diagnostic) =>
      diagnosticRecord(source, diagnostic),
    );
    checked.push({ file, diagnostics });
  }
  if (optionText(args, 'format') === 'json') io.out(`${JSON.stringify(checked, undefined, 2)}\n`);
  else printText(checked, io);
  return exitCode(checked, optionText(args, 'max-warnings'), io);
};

function printText(checked: readonly Checked[], io: Io): void {
  for (const { file, diagnostics } of checked) {
    for (const { line, column, severity, code, message } of diagnostics) {
      io.out(`${file}:${line}:${column} ${severity} ${code} ${message}\n`);
    }
  }
  const count = (severity: string): number => countOf(checked, severity);
  io.err(`${messages.summary(checked.length, count('error'), count('warning'), count('hint'))}\n`);
}

function countOf(checked: readonly Checked[], severity: string): number {
  return checked.flatMap(({ diagnostics }) => diagnostics).filter((diagnostic) => diagnostic.severity === severity)
    .length;
}

function exitCode(checked: readonly Checked[], maxWarnings: string | undefined, io: Io): 0 | 1 {
  if (countOf(checked, 'error') > 0) return 1;
  const warnings = countOf(checked, 'warning');
  if (maxWarnings === undefined || warnings <= Number(maxWarnings)) return 0;
  io.err(`${messages.tooManyWarnings(warnings, Number(maxWarnings))}\n`);
  return 1;
}
