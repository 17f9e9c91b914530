/** What was typed in a menu to get to an entry, and when the last letter came. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}
export const nothingTyped: Typed = { text: '', at: 0 };

const pauseMs = 700;

/** Letters that follow each other quickly are one beginning of a word; anything else begins anew. */
export function typedAfter(
  { text, at }: Typed,
  { key, timeStamp }: { readonly key: string; readonly timeStamp: number },
): Typed {
  if (key.length !== 1 || key === ' ') return nothingTyped;
  const letter = key.toLowerCase();
  return { text: timeStamp - at < pauseMs ? text + letter : letter, at: timeStamp };
}

/** The entry a key leads to from the one at `at`; `undefined` when the key moves nothing. */
export function nextEntry(key: string, typed: string, at: number, titles: readonly string[]): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % titles.length;
  if (key === 'ArrowUp') return (at - 1 + titles.length) % titles.length;
  if (key === 'Home') return 0;
  if (key === 'End') return titles.length - 1;
  if (typed === '') return undefined;
  const same = [...typed].every((letter) => letter === typed[0]);
  // A longer word may stay where its beginning led; one letter, again and again, goes through all that begin with it.
  const [wanted, first] = same ? [typed.slice(0, 1), at + 1] : [typed, at];
  const order = [...titles.keys()].map((i) => (Math.max(0, first) + i) % titles.length);
  return order.find((i) =>
    titles[i]
      ?.toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(wanted)),
  );
}
