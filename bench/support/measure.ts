/** Medians of repeated runs; a garbage collection before each, so that one contender does not pay for another. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

/**
 * Milliseconds of one run, `rounds` times over. Every contender is first warmed up for the same quarter of a second, and
 * a round repeats the work until it takes long enough for the clock.
 */
export async function timeWarm(work: () => unknown, rounds = 7): Promise<readonly number[]> {
  let repeats = 0;
  for (const end = performance.now() + 250; repeats < 2 || performance.now() < end; repeats += 1) await work();
  const batch = Math.max(1, Math.round(repeats / 3));
  const times = await timeRuns(async () => {
    for (let i = 0; i < batch; i += 1) {
      const pending = work();
      if (pending instanceof Promise) await pending;
    }
  }, rounds);
  return times.map((time) => time / batch);
}

/** Milliseconds of `runs` runs after one warm-up that is not counted. */
export async function timeRuns(work: () => unknown, runs = 7): Promise<readonly number[]> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    collect();
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}

export type Row = Readonly<Record<string, string | number>>;

export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const keys = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined): string =>
    typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 2 }) : (value ?? '');
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => text(row[key]).length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  console.log(line(keys));
  for (const row of rows) console.log(line(keys.map((key) => text(row[key]))));
}
