import { printTable, type Row } from './measure.ts';

/** One line of a report: a figure, what it may be at most, and whether it is. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | undefined;
}
export const figure = (what: string, value: number, unit: string, limit?: number): Figure => ({
  what,
  value,
  unit,
  limit,
});

/** Prints the figures; ends the program with 1 when `--strict` is given and one is beyond its limit. */
export function report(title: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ what, value, unit, limit }): Row => ({
    figure: what,
    value,
    unit,
    limit: limit ?? '-',
    verdict: limit === undefined ? '' : value <= limit ? 'ok' : 'over',
  }));
  printTable(title, rows);
  const missed = figures.some(({ value, limit }) => limit !== undefined && !(value <= limit));
  if (missed && process.argv.includes('--strict')) process.exitCode = 1;
}
