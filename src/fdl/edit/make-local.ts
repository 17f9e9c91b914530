import type { FlowEdit } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { usesElsewhere } from './sharing.ts';
import { isCollection, slotAt } from './tree.ts';

/**
 * Gives a place its own copy of what an alias or merge key brings in, or the others theirs of what is anchored at it, so
 * that it can be changed alone.
 */
export function* makeLocal(stage: Stage, { path, others }: Extract<FlowEdit, { type: 'make-local' }>): Script {
  const { source } = stage.draft;
  const slot = slotAt(source, path);
  const written = slot?.written;
  const merges =
    written && isCollection(written) && written.kind === 'map' && written.entries.some((entry) => entry.merged);
  const uses = others && slot ? usesElsewhere(source, slot) : written?.alias !== undefined || merges ? [path] : [];
  if (uses.length === 0) return refuse('not-allowed-here', say.notShared);
  for (const use of uses) yield { op: 'write-out', path: use };
  const [first, index] = path;
  const state = first === 'States' && typeof index === 'number' ? source.flow.states[index] : undefined;
  const field = path.slice(state ? 2 : 0).join('.');
  return { label: say.makeLocal(field, state ? state.name.value || say.unnamed : say.flow), select: [] };
}
