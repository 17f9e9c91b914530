import { readSource } from '../../fdl/index.ts';
import { exportFlow, pictureFormats } from '../../export/index.ts';
import { optionText } from '../args.ts';
import type { Command } from '../io.ts';
import { messages } from '../messages.ts';
import { pictureName } from '../specs.ts';
import { misuse, noFile, refuse } from '../usage.ts';

/** `fdl graph`: the picture of a flow on stdout. */
export const graphCommand: Command = (args, io) => {
  const to = pictureFormats.find((format) => pictureName(format) === optionText(args, 'to'));
  if (!to) return misuse(io, messages.needsTo(pictureFormats.map(pictureName)), 'graph');
  const text = io.read(args.positionals[0] ?? '');
  if (!text.ok) return noFile(io, text.error);
  const files = exportFlow(to, readSource(text.value));
  if (!files.ok) return refuse(io, files.error.message);
  io.out(files.value[0]?.content ?? '');
  return 0;
};
