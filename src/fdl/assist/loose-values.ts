import type { Span } from '../../base/index.ts';
import type { Loose, LooseMap, LooseScalar } from './loose.ts';

export function entryAt(map: Loose | undefined, key: string): Loose | undefined {
  return map?.kind === 'map' ? map.entries.find((entry) => entry.hasColon && entry.key === key)?.value : undefined;
}

/** The text under a key, with quotes and escapes undone. */
export function textAt(map: LooseMap, key: string): string | undefined {
  const value = entryAt(map, key);
  return value?.kind === 'scalar' ? plainText(value) : undefined;
}

/** A scalar's text; escapes beyond JSON's are left as they are. */
export function plainText({ text, quote }: Pick<LooseScalar, 'text' | 'quote'>): string {
  if (quote === "'") return text.replaceAll("''", "'");
  if (quote !== '"' || !text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** A state as far as it can be made out in a loose reading. */
export interface LooseState {
  readonly name: string;
  readonly type: string;
  readonly description: string | undefined;
  readonly nameSpan: Span;
}

/** The named states of a scope. */
export function statesIn(scope: LooseMap | undefined): readonly LooseState[] {
  const states = entryAt(scope, 'States');
  if (states?.kind !== 'list') return [];
  return states.items.flatMap(({ value }) => {
    const name = entryAt(value, 'Name');
    if (value?.kind !== 'map' || name?.kind !== 'scalar') return [];
    const { from, to } = name;
    const found = { name: plainText(name), type: textAt(value, 'Type') ?? '', nameSpan: { from, to } };
    return [{ ...found, description: textAt(value, 'Description') }];
  });
}
