const unitsInMs: readonly (readonly [string, number])[] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];
const piece = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;
const whole = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

/** Reads `40ms`, `2.5s`, `1h5s80ms`; a lone `0` needs no unit. `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!whole.test(text)) return undefined;
  const units = new Map(unitsInMs);
  const total = [...text.matchAll(piece)].reduce(
    (sum, [, count, unit]) => sum + partOf(count, units.get(unit ?? '')),
    0,
  );
  const rounded = Math.round(total);
  // A part of a millisecond does not exist in virtual time; 0.1 + 0.2 must still count as exact.
  return Number.isSafeInteger(rounded) && Math.abs(total - rounded) < 1e-6 ? rounded : undefined;
}

const partOf = (count: string | undefined, unit: number | undefined): number => Number(count) * (unit ?? Number.NaN);

/** Writes milliseconds as `1h5s80ms`; what `parseDuration` reads back exactly. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds));
  let text = '';
  for (const [unit, size] of unitsInMs) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0ms' : text;
}
