import { type Json, setOwn } from '../../base/index.ts';
import type { Located } from '../model.ts';
import type { Written, WrittenEntry, WrittenMap } from '../written.ts';

/** The entry of a key; of duplicates the first. */
export function entryOf(map: WrittenMap | undefined, key: string): WrittenEntry | undefined {
  if (!map) return undefined;
  const { entries } = map;
  // Asked for twenty times for each of thousands of states, mostly in vain.
  for (let i = 0; i < entries.length; i += 1) if (entries[i]?.key === key) return entries[i];
  return undefined;
}

export function valueOf(map: WrittenMap | undefined, key: string): Written | undefined {
  return entryOf(map, key)?.value;
}

/** A written value as plain JSON: comments, styles and places are gone. `__proto__` stays an ordinary key. */
export function jsonOf(written: Written): Json {
  switch (written.kind) {
    case 'scalar':
      return written.value;
    case 'list':
      return written.items.map(jsonOf);
    case 'map': {
      const object: Record<string, Json> = {};
      for (const { key, value } of written.entries) if (!Object.hasOwn(object, key)) setOwn(object, key, jsonOf(value));
      return object;
    }
  }
}

/** A text as written: names like `1.0` or `yes` are meant literally although YAML reads something else. */
export function textOf(written: Written | undefined): Located<string> | undefined {
  if (written?.kind !== 'scalar' || written.value === null) return undefined;
  return {
    value: typeof written.value === 'string' ? written.value : (written.source ?? String(written.value)),
    span: written.span,
  };
}

export function flagOf(written: Written | undefined): Located<boolean> | undefined {
  if (written?.kind !== 'scalar' || typeof written.value !== 'boolean') return undefined;
  return { value: written.value, span: written.span };
}

/** A number, or text that is one; `undefined` for anything else. */
export function numberOf(written: Written | undefined): number | undefined {
  if (written?.kind !== 'scalar') return undefined;
  const { value } = written;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value)) return undefined;
  return Number(value);
}

export function listOf(written: Written | undefined): readonly Written[] {
  return written?.kind === 'list' ? written.items : [];
}

export function mapOf(written: Written | undefined): WrittenMap | undefined {
  return written?.kind === 'map' ? written : undefined;
}
