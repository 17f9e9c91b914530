import { allScopes, type FlowEdit, type ScopeId, scopeOf, type StateId } from '../../fdl/index.ts';
import { editEnd, type FlowGraph } from '../../graph/index.ts';
import type { EditResult, Workbench } from '../../workbench/index.ts';
import type { Choice, OpenChooser } from '../Chooser.tsx';
import type { OpenMenu } from '../Menu.tsx';
import { typeItems } from '../menus.tsx';
import { messages, outletName } from '../messages.ts';
import { type ExitRow, type OutlineRow, stateOf } from './rows.ts';
import { type At, scopeName } from './state-chooser.ts';

const words = messages.outline;

export const perform = (workbench: Workbench, edit: FlowEdit): EditResult =>
  workbench.edit(edit, 'canvas', { notify: true });

/** Adding where the row is: after a state, into an exit, into a scope. */
export function addMenu(workbench: Workbench, row: OutlineRow, at: At, done: (state: StateId) => void): OpenMenu {
  const choose = (edit: FlowEdit): void => {
    const result = perform(workbench, edit);
    if (result.ok && result.value[0] !== undefined) done(result.value[0]);
  };
  return {
    title: messages.menu.add,
    ...at,
    groups: [
      typeItems((type) => {
        const state = { type };
        if (row.kind === 'exit')
          return choose({ type: 'insert-on-edge', from: editEnd(row.from, row.outlet), outlet: row.outlet, state });
        if (row.kind === 'scope') return choose({ type: 'add-state', scope: row.scope, state, after: undefined });
        return choose({ type: 'add-state', scope: row.node.scope, state, after: row.node.id as StateId });
      }),
    ],
  };
}

/** Every state of the scope the exit may lead to; those it may not say why. */
export function targetChooser(
  workbench: Workbench,
  graph: FlowGraph,
  row: ExitRow,
  at: At,
  done: () => void,
): OpenChooser {
  const from = editEnd(row.from, row.outlet);
  const choices = graph.nodes.flatMap((node): Choice[] => {
    if (node.scope !== row.scope || node.kind === 'scope' || node.kind === 'entry') return [];
    const answer = workbench.canConnect(from, row.outlet, node.id as StateId);
    const title = node.label || messages.unnamed;
    if (!answer.ok) return [{ id: node.id, title, about: answer.error.message, disabled: true }];
    return [{ id: node.id, title, about: node.kind }];
  });
  const choose = (id: string): void => {
    perform(workbench, { type: 'connect', from, outlet: row.outlet, to: id as StateId });
    done();
  };
  return { title: words.target(outletName(row)), ...at, choices, choose };
}

/** Every scope the selected states could move into. */
export function scopeChooser(workbench: Workbench, at: At, done: (state: StateId) => void): OpenChooser {
  const { document, view } = workbench.getState();
  const states = view.selection;
  const own = new Set(states.map(scopeOf));
  const inside = (scope: ScopeId): boolean => states.some((state) => scope.startsWith(`${state}/`));
  const scopes = allScopes(document.lastReadable.flow).filter(
    ({ id }) => !inside(id) && !(own.size === 1 && own.has(id)),
  );
  const choices = scopes.map(({ id }) => ({ id, title: scopeName(id) }));
  const choose = (id: string): void => {
    const result = perform(workbench, { type: 'move-states', states, scope: id as ScopeId });
    if (result.ok && result.value[0] !== undefined) done(result.value[0]);
  };
  return { title: words.moveTo, ...at, choices, choose };
}

/** Takes away what the row is: a state (or all selected ones), a transition, a branch. Nothing where it has to stay. */
export function removeRow(workbench: Workbench, row: OutlineRow): EditResult | undefined {
  if (row.kind === 'exit') {
    if (row.to !== undefined)
      return perform(workbench, { type: 'disconnect', from: editEnd(row.from, row.outlet), outlet: row.outlet });
    workbench.announce(words.leadsNowhere);
    return undefined;
  }
  if (row.kind === 'state') {
    const { selection } = workbench.getState().view;
    const id = row.node.id as StateId;
    return perform(workbench, { type: 'remove-states', states: selection.includes(id) ? selection : [id] });
  }
  const branch = branchOf(row.scope);
  if (branch) return perform(workbench, { type: 'remove-branch', ...branch });
  workbench.announce(words.staysWithMap);
  return undefined;
}

/** Up or down among its equals: conditions, errors, branches. The order of states means nothing. */
export function moveRow(workbench: Workbench, row: OutlineRow, by: 1 | -1): number | undefined {
  const state = stateOf(row);
  if (row.kind === 'exit' && state !== undefined && (row.outlet.kind === 'branch' || row.outlet.kind === 'catch')) {
    const { kind, index } = row.outlet;
    const path = [kind === 'branch' ? 'Branches' : 'Catch'];
    const to = index + by;
    if (to < 0) return undefined;
    return perform(workbench, { type: 'move-item', state, path, index, to }).ok ? to : undefined;
  }
  const branch = row.kind === 'scope' ? branchOf(row.scope) : undefined;
  if (!branch) return (workbench.announce(words.noOrder), undefined);
  const to = branch.index + by;
  if (to < 0) return undefined;
  return perform(workbench, { type: 'move-branch', ...branch, to }).ok ? to : undefined;
}

function branchOf(scope: ScopeId): { readonly state: StateId; readonly index: number } | undefined {
  const match = /^(.*)\/Branch(\d+)$/s.exec(scope);
  return match ? { state: match[1] as StateId, index: Number(match[2]) } : undefined;
}
