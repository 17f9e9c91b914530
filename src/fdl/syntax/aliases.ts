import type { Span } from '../../base/index.ts';
import type { Written, WrittenEntry } from '../written.ts';
import { readMessages as say } from './messages.ts';
import { complain, type ReadContext } from './read-context.ts';

/** More values than this out of aliases in one text are taken for an attack on memory. */
const mostAliasNodes = 20_000;

/**
 * The value behind `*name`, as a copy whose every place is that of the alias: what stands elsewhere must not be
 * mistaken for text of this state.
 */
export function expandAlias(target: Written, alias: string, at: Span, context: ReadContext): Written {
  return { ...placeAt(target, at, context), alias };
}

function placeAt(value: Written, at: Span, context: ReadContext): Written {
  context.aliasNodes += 1;
  if (context.aliasNodes > mostAliasNodes) {
    if (context.aliasNodes === mostAliasNodes + 1) complain(context, at, say.aliasBomb);
    return { kind: 'scalar', value: null, style: 'plain', span: at };
  }
  // Anchors stay behind with the original: an alias does not define them again.
  switch (value.kind) {
    case 'scalar': {
      const { kind, style, source } = value;
      return { kind, style, value: value.value, span: at, ...(source === undefined ? {} : { source }) };
    }
    case 'list': {
      const { kind, style } = value;
      return { kind, style, span: at, items: value.items.map((item) => placeAt(item, at, context)) };
    }
    case 'map': {
      const { kind, style } = value;
      return { kind, style, span: at, entries: value.entries.map((entry) => entryAt(entry, at, context)) };
    }
  }
}

const entryAt = (entry: WrittenEntry, at: Span, context: ReadContext): WrittenEntry => ({
  ...entry,
  keySpan: at,
  value: placeAt(entry.value, at, context),
});

/** What `<<` brings in: keys that are not written here; of several maps the earlier one counts. */
export function mergedEntries(
  own: readonly WrittenEntry[],
  merges: readonly Written[],
  context: ReadContext,
): readonly WrittenEntry[] {
  const taken = new Set(own.map((entry) => entry.key));
  const merged: WrittenEntry[] = [];
  const maps = merges.flatMap((value) => (value.kind === 'list' ? value.items : [value]));
  for (const map of maps) {
    if (map.kind !== 'map') {
      if (!context.broken) complain(context, map.span, say.badMerge);
      continue;
    }
    for (const entry of map.entries) {
      if (taken.has(entry.key)) continue;
      taken.add(entry.key);
      merged.push({ ...entry, merged: true });
    }
  }
  return merged;
}
