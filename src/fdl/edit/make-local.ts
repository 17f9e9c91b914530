import type { FlowEdit } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { isCollection, slotAt } from './tree.ts';

/** Gives a place its own copy of what an alias or merge key brings in, so that it can be changed alone. */
export function* makeLocal(stage: Stage, { path }: Extract<FlowEdit, { type: 'make-local' }>): Script {
  const { source } = stage.draft;
  const slot = slotAt(source, path);
  const written = slot?.written;
  const merges =
    written && isCollection(written) && written.kind === 'map' && written.entries.some((entry) => entry.merged);
  if (!written || (written.alias === undefined && !merges)) return refuse('not-allowed-here', say.notShared);
  yield { op: 'write-out', path };
  const [first, index] = path;
  const state = first === 'States' && typeof index === 'number' ? source.flow.states[index] : undefined;
  const field = path.slice(state ? 2 : 0).join('.');
  return { label: say.makeLocal(field, state ? state.name.value || say.unnamed : say.flow), select: [] };
}
