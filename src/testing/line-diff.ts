/** Which lines two texts do not share, in the order of the texts: `-12 old`, `+12 new`. Invisible characters are shown. */
export function lineDiff(before: string, after: string): readonly string[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  return compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head);
}

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '␂')
    .replaceAll('\r', '␍')
    .replaceAll('\t', '→')
    .split(/(?<=\n)/)
    .map((line) => (line.endsWith('\n') ? line.slice(0, -1) : `${line}␄`));

/** By the longest common subsequence. */
function compare(a: readonly string[], b: readonly string[], offset: number): readonly string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`-${offset + i + 1}| ${a[i] ?? ''}`);
      i += 1;
    } else {
      lines.push(`+${offset + j + 1}| ${b[j] ?? ''}`);
      j += 1;
    }
  }
  return lines;
}
