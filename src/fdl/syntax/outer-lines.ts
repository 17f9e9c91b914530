import { language } from '../language/states.ts';
import { contentLine, isDash, isEmpty, isStateItem, keyEnd, type Line } from './lines.ts';

/** A column left of a list inside of a state in which its text may go on: that of a dash, or of keys. */
export interface Outer {
  readonly column: number;
  readonly dash: boolean;
}

/** Kinds of fields whose value is written on the line of the key: no list of mappings can follow. */
const plainKinds: ReadonlySet<string> = new Set(['text', 'state-name', 'choice', 'integer', 'number', 'flag']);
const plainKeys: ReadonlySet<string> = new Set(
  Object.values(language.states).flatMap((state) =>
    state.fields.filter((field) => plainKinds.has(field.kind)).map((field) => field.key),
  ),
);

/**
 * Whether a line in the column of an outer key was typed in the middle of a state: what stands behind it could not be
 * there otherwise. Looks no further than the next dash of the list.
 */
export function isTypedInside(text: string, first: Line, dash: number): boolean {
  let line = first;
  for (;;) {
    const column = line.at - line.from;
    const next = contentLine(text, line.next);
    if (!next) return false;
    const here = next.at - next.from;
    const item = here === dash && isDash(text, next.at) && isStateItem(text, next.at);
    if (here <= column) {
      if (isDash(text, next.at) || here < column) return false;
    } else {
      const verdict = deeper(text, line, next, item);
      if (verdict !== undefined) return verdict;
    }
    line = here <= column ? next : { ...line, next: next.next };
  }
}

/** What a deeper line says about the key above it; `undefined` where the text of a value may go on. */
function deeper(text: string, line: Line, next: Line, item: boolean): boolean | undefined {
  const end = keyEnd(text, line.at);
  if (end === undefined) return item || keyEnd(text, next.at) !== undefined ? true : undefined;
  if (isEmpty(text, end)) return item && plainKeys.has(text.slice(line.at, end - 1).trim());
  const value = text.slice(end, next.from).trim();
  const first = value.charAt(0);
  if (first === '|' || first === '>' || first === '&' || first === '!') return false;
  if (!isOpen(value)) return item || keyEnd(text, next.at) !== undefined ? true : undefined;
  if (!isOpen(text.slice(end, next.next).trim())) return false;
  return item ? true : undefined;
}

/** Whether a value in quotes or brackets does not end in this text. */
function isOpen(value: string): boolean {
  const first = value.charAt(0);
  if (first === '"' || first === "'") return !value.slice(1).includes(first);
  if (first !== '{' && first !== '[') return false;
  let depth = 0;
  for (const character of value) {
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
  }
  return depth > 0;
}
