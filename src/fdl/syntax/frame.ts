import { shiftSpan } from '../../base/index.ts';
import type { WrittenMap } from '../written.ts';
import type { ReadProblem } from './reading.ts';
import { readWritten } from './read-written.ts';
import { shiftProblem, shiftWritten } from './shift.ts';

/** What stands before and after the list of states, read together with what stands for an item in brackets. */
export interface Frame {
  readonly header: string;
  readonly trailer: string;
  readonly standIn: string;
  /** Places in the text that these form together. */
  readonly map: WrittenMap | undefined;
  readonly problems: readonly ReadProblem[];
  readonly broken: boolean;
  readonly needsMore: boolean;
}

/** Reads the frame, or gives the last one again when its text is the same. */
export function readFrame(header: string, trailer: string, standIn: string, last: Frame | undefined): Frame {
  if (last?.header === header && last.trailer === trailer && last.standIn === standIn) return last;
  const { value, problems, broken, needsMore } = readWritten(header + standIn + trailer);
  return { header, trailer, standIn, map: value?.kind === 'map' ? value : undefined, problems, broken, needsMore };
}

/** The frame's values and problems at their places in the whole text, where `states` characters lie between. */
export function placeFrame(
  frame: Frame,
  states: number,
): { map: WrittenMap | undefined; problems: readonly ReadProblem[] } {
  const border = frame.header.length + frame.standIn.length;
  const gap = states - frame.standIn.length;
  const by = (offset: number): number => (offset >= border && frame.trailer !== '' ? gap : 0);
  const entries = frame.map?.entries.map((entry) => {
    const shift = by(entry.keySpan.from);
    if (shift === 0) return entry;
    return { ...entry, keySpan: shiftSpan(entry.keySpan, shift), value: shiftWritten(entry.value, shift) };
  });
  const problems = frame.problems.map((problem) => {
    return shiftProblem(problem, by(problem.span.from));
  });
  if (!frame.map || !entries) return { map: undefined, problems };
  const to = frame.map.span.to + by(frame.map.span.to - 1);
  return { map: { ...frame.map, span: { from: frame.map.span.from, to }, entries }, problems };
}
