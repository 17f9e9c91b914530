import { type StateId } from '../../fdl/index.ts';
import { endsAt } from '../../graph/index.ts';
import { commandById, type Workbench } from '../../workbench/index.ts';
import type { OpenChooser } from '../Chooser.tsx';
import { copySelection, cutSelection, pasteFromMenu } from '../clipboard.ts';
import type { MenuItem, OpenMenu } from '../Menu.tsx';
import { messages, outletName } from '../messages.ts';
import { addMenu, moveRow, perform, removeRow, scopeChooser, targetChooser } from './actions.ts';
import { exitKey, type ExitRow, type OutlineRow, scopeKey, stateKey, stateOf } from './rows.ts';
import { type At, stateChooser } from './state-chooser.ts';
import type { OutlineTree } from './use-outline.ts';

const words = messages.outline;

/** What the tree can do besides walking; the same for keys and for the menu. */
export interface Reach {
  readonly workbench: Workbench;
  readonly tree: OutlineTree;
  readonly at: (row: OutlineRow) => At;
  readonly openMenu: (menu: OpenMenu) => void;
  readonly openChooser: (chooser: OpenChooser) => void;
  readonly rename: (row: OutlineRow) => void;
  /** The keyboard comes back to the tree, to a row that may only just be coming. */
  readonly home: (key?: string) => void;
}

export function add({ workbench, at, openMenu, home }: Reach, row: OutlineRow): void {
  openMenu(addMenu(workbench, row, at(row), (state) => home(stateKey(state))));
}

/** For a state with several ways out, which one is asked first. */
export function connect(reach: Reach, row: OutlineRow): void {
  const { workbench, tree, at, openChooser, openMenu, home } = reach;
  const exits = exitsOf(tree, row);
  const choose = (exit: ExitRow): void =>
    openChooser(targetChooser(workbench, tree.graph, exit, at(row), () => home(row.key)));
  const [first, second] = exits;
  if (!first) return workbench.announce(words.nothingToConnect);
  if (!second) return choose(first);
  const items = exits.map((exit) => ({ id: exit.key, title: outletName(exit), run: () => choose(exit) }));
  openMenu({ title: words.choose, ...at(row), groups: [items] });
}

function exitsOf({ graph, rows }: OutlineTree, row: OutlineRow): readonly ExitRow[] {
  if (row.kind === 'exit') return [row];
  if (row.kind === 'scope') return rows.filter((r): r is ExitRow => r.kind === 'exit' && r.parent === row.key);
  const edges = new Map(graph.edges.map((edge) => [exitKey(edge.from, edge.outlet), edge.to as StateId]));
  return row.node.outlets.map((outlet) => {
    const key = exitKey(row.node.id, outlet.outlet);
    const place = { level: row.level + 1, place: 1, siblings: 1, parent: row.key, open: undefined };
    return {
      ...place,
      ...outlet,
      kind: 'exit',
      key,
      from: row.node.id,
      scope: row.node.scope,
      to: edges.get(key),
      toLabel: '',
      ends: endsAt(row.node, outlet.outlet),
    };
  });
}

/** The keyboard goes on at what is selected afterwards; a way out stays where it is, leading nowhere. */
export function remove({ workbench, tree, home }: Reach, row: OutlineRow): void {
  const around = tree.rows[tree.active + 1] ?? tree.rows[tree.active - 1];
  const result = removeRow(workbench, row);
  if (!result?.ok) return;
  const [selected] = workbench.getState().view.selection;
  if (row.kind === 'exit') home(row.key);
  else home(selected === undefined ? around?.key : stateKey(selected));
}

export function move({ workbench, home }: Reach, row: OutlineRow, by: 1 | -1): void {
  const to = moveRow(workbench, row, by);
  if (to === undefined) return;
  if (row.kind === 'exit' && 'index' in row.outlet) home(exitKey(row.from, { ...row.outlet, index: to }));
  if (row.kind === 'scope') home(scopeKey(row.scope.replace(/\d+$/, String(to)) as typeof row.scope));
}

/** Enter: a state to its form, a way out to what it leads to, a frame to its first state. */
export function enter({ workbench, tree, home }: Reach, row: OutlineRow): void {
  if (row.kind === 'state') return workbench.ask({ type: 'focus-form' });
  if (row.kind === 'scope') return tree.toggle(row.key, !row.open);
  if (row.to === undefined) return workbench.announce(words.leadsNowhere);
  workbench.select([row.to], 'panel');
  home(stateKey(row.to));
}

export function find({ workbench, tree, at, openChooser, home }: Reach, row: OutlineRow): void {
  openChooser(
    stateChooser(tree.graph, at(row), (state) => {
      workbench.select([state], 'panel');
      home(stateKey(state));
    }),
  );
}

export function moveToScope({ workbench, at, openChooser, home }: Reach, row: OutlineRow): void {
  const chooser = scopeChooser(workbench, at(row), (state) => home(stateKey(state)));
  if (chooser.choices.length === 0) workbench.announce(words.noScope);
  else openChooser(chooser);
}

/** Everything that can be done with a row, by name. */
export function rowMenu(reach: Reach, row: OutlineRow, at: At): OpenMenu {
  const { workbench } = reach;
  const state = stateOf(row);
  const item = (id: string, title: string, keys: string, run: () => void): MenuItem => ({ id, title, keys, run });
  const command = (id: string) => () => commandById(id)?.run(workbench);
  const isState = row.kind === 'state';
  const menu = messages.menu;
  const ordered = row.kind === 'scope' || (row.kind === 'exit' && 'index' in row.outlet);
  return {
    title: isState ? menu.node : row.kind === 'exit' ? menu.edge : menu.canvas,
    ...at,
    groups: [
      [
        ...(isState ? [item('form', menu.form, 'Enter', command('focus-form'))] : []),
        ...(row.kind === 'exit' ? [item('target', words.goToTarget, 'Enter', () => enter(reach, row))] : []),
        item('add', `${menu.add} …`, 'Insert', () => add(reach, row)),
        item('connect', words.connect, 'Shift+Enter', () => connect(reach, row)),
        ...(isState ? [item('rename', words.rename, 'F2', () => reach.rename(row))] : []),
        ...(hasBranches(row)
          ? [
              item(
                'branch',
                menu.addBranch,
                '',
                () => state !== undefined && perform(workbench, { type: 'add-branch', state }),
              ),
            ]
          : []),
      ],
      ordered
        ? [
            item('up', words.moveUp, 'Alt+↑', () => move(reach, row, -1)),
            item('down', words.moveDown, 'Alt+↓', () => move(reach, row, 1)),
          ]
        : [],
      isState
        ? [
            item('move', words.moveTitle, '', () => moveToScope(reach, row)),
            item('duplicate', menu.duplicate, 'Ctrl+D', command('duplicate')),
            item('copy', menu.copy, 'Ctrl+C', () => void copySelection(workbench)),
            item('cut', menu.cut, 'Ctrl+X', () => void cutSelection(workbench)),
            item('breakpoint', menu.breakpoint, 'F9', command('breakpoint')),
          ]
        : row.kind === 'scope'
          ? [item('paste', menu.paste, 'Ctrl+V', () => void pasteFromMenu(workbench, row.scope))]
          : [],
      [item('remove', row.kind === 'exit' ? menu.disconnect : menu.remove, 'Delete', () => remove(reach, row))],
    ],
  };
}

const hasBranches = (row: OutlineRow): boolean =>
  row.kind === 'state' && (row.node.kind === 'Choice' || row.node.kind === 'Parallel');
