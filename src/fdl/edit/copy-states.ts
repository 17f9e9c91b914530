import type { StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';
import { allStates } from '../walk.ts';
import { borrows } from './copies.ts';
import { copyOf } from './duplicate-states.ts';
import { pathOfNode } from './paths.ts';
import { lookAt } from './text/look.ts';
import { itemLines } from './text/print-value.ts';
import { knownJson, slotAt } from './tree.ts';

const blockStyle = { keys: 'plain', texts: 'plain', gap: ' ', inBrackets: new Set<string>() } as const;

/** States as YAML text for the clipboard: a list of them, comments included. Unreadable or unknown ones are left out. */
export function copyStates(source: Source, ids: readonly StateId[]): string {
  const wanted = new Set(ids);
  const states = allStates(source.flow).filter((state) => wanted.has(state.id) && !state.stale);
  const outer = states.filter(({ id }) => !states.some((other) => id.startsWith(`${other.id}/`)));
  const lines = outer.flatMap((state) => {
    const text = borrows(state.written) ? undefined : copyOf(source, state, 'drop').text;
    if (text?.style === 'block') return text.lines;
    const slot = slotAt(source, pathOfNode(source.flow, state.id) ?? []);
    return slot ? itemLines(knownJson(state.written), { ...lookAt(source, slot), ...blockStyle }) : [];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
