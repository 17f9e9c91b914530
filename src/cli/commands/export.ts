import { type ExportFile, exportFlow, type ExportOptions, fileFormats } from '../../export/index.ts';
import { readSource } from '../../fdl/index.ts';
import { optionText } from '../args.ts';
import { modeOf } from '../data.ts';
import type { Command, ExitCode, Io, ParsedArgs } from '../io.ts';
import { messages } from '../messages.ts';
import { misuse, noFile, refuse } from '../usage.ts';

/** `fdl export`: deployment files into a folder, or the main one on stdout (ruling R46). */
export const exportCommand: Command = (args, io) => {
  const to = fileFormats.find((format) => format === optionText(args, 'to'));
  if (!to) return misuse(io, messages.needsTo(fileFormats), 'export');
  const text = io.read(args.positionals[0] ?? '');
  if (!text.ok) return noFile(io, text.error);
  const files = exportFlow(to, readSource(text.value), optionsOf(args));
  if (!files.ok) return refuse(io, files.error.message);
  const folder = optionText(args, 'out');
  return folder === undefined ? print(files.value, io) : writeInto(folder, files.value, io);
};

function optionsOf(args: ParsedArgs): ExportOptions {
  const region = optionText(args, 'region');
  const roleArn = optionText(args, 'role-arn');
  return {
    mode: modeOf(args),
    ...(region === undefined ? {} : { region }),
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}

function print([main, ...others]: readonly ExportFile[], io: Io): ExitCode {
  io.out(main?.content ?? '');
  for (const { name } of others) io.err(`${messages.exported.also(name)}\n`);
  sayNotes([...(main ? [main] : []), ...others], io);
  return 0;
}

function writeInto(folder: string, files: readonly ExportFile[], io: Io): ExitCode {
  for (const { name, content } of files) {
    const path = `${folder.replace(/[\\/]+$/, '')}/${name}`;
    const written = io.write(path, content);
    if (!written.ok) return refuse(io, written.error);
    io.err(`${messages.files.wrote(path)}\n`);
  }
  sayNotes(files, io);
  return 0;
}

function sayNotes(files: readonly ExportFile[], io: Io): void {
  for (const note of files.flatMap(({ notes = [] }) => notes)) io.err(`${messages.exported.note(note)}\n`);
}
