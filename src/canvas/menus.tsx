import type { Point } from '../base/index.ts';
import { type NodeId, type Outlet, type ScopeId, type StateId, type StateType, stateTypes } from '../fdl/index.ts';
import { editEnd, endsAt, type GraphEdge, type GraphNode, portId } from '../graph/index.ts';
import { arrangements, commandById, type Workbench } from '../workbench/index.ts';
import { copySelection, cutSelection, pasteFromMenu } from './clipboard.ts';
import type { MenuItem, OpenMenu } from './Menu.tsx';
import { messages, outletName } from './messages.ts';
import { typeIcons } from './nodes/icons.tsx';
import type { Picture } from './use-picture.ts';

const words = messages.menu;

/** What a menu can reach beyond the workbench. */
export interface MenuReach {
  readonly workbench: Workbench;
  readonly picture: Picture;
  readonly connect: (from: StateId) => void;
  readonly fold: (state: StateId) => void;
  readonly closed: ReadonlySet<StateId>;
  readonly fit: () => void;
  readonly open: (menu: OpenMenu) => void;
  readonly go: (state: StateId) => void;
}

/** The eight types, each doing the same with the one that is chosen. */
export function typeItems(choose: (type: StateType) => void): readonly MenuItem[] {
  return stateTypes.map((type) => {
    const Icon = typeIcons[type];
    const color = `var(--type-${type.toLowerCase()})`;
    return {
      id: type,
      title: messages.add(type),
      icon: <Icon size={15} color={color} aria-hidden />,
      run: () => choose(type),
    };
  });
}

export function addMenu(at: Point, choose: (type: StateType) => void): OpenMenu {
  return { title: words.add, ...at, groups: [typeItems(choose)] };
}

/** For an outlet or edge: the chosen state goes there, before what it leads to now, and the keyboard to it. */
export function insertMenu(
  at: Point,
  { workbench, go }: Pick<MenuReach, 'workbench' | 'go'>,
  end: OutletEnd,
): OpenMenu {
  return addMenu(at, (type) => insertAt({ workbench, go }, end, type));
}

interface OutletEnd {
  readonly from: NodeId;
  readonly outlet: Outlet;
}
function insertAt({ workbench, go }: Pick<MenuReach, 'workbench' | 'go'>, end: OutletEnd, type: StateType): void {
  const result = workbench.edit({ type: 'insert-on-edge', ...end, state: { type } }, 'canvas', { notify: true });
  if (result.ok && result.value[0] !== undefined) go(result.value[0]);
}

const command = (workbench: Workbench, id: string): void => commandById(id)?.run(workbench);

export function nodeMenu(at: Point, node: GraphNode, reach: MenuReach): OpenMenu {
  const { workbench } = reach;
  const id = node.id as StateId;
  const several = workbench.getState().view.selection.length > 1;
  const closed = reach.closed.has(id);
  const container = node.frames.length > 0 || closed;
  return {
    title: words.node,
    ...at,
    groups: [
      [
        { id: 'form', title: words.form, keys: 'Enter', run: () => workbench.ask({ type: 'focus-form' }) },
        { id: 'rename', title: words.rename, keys: 'F2', run: () => command(workbench, 'rename') },
        { id: 'text', title: words.showInText, run: () => showInText(workbench, id) },
        {
          id: 'connect',
          title: words.connect,
          keys: 'C',
          disabled: node.outlets.length === 0,
          run: () => reach.connect(id),
        },
        {
          id: 'exits',
          title: words.exits,
          keys: 'E',
          disabled: node.outlets.length === 0,
          run: () => reach.open(exitsMenu(at, node, reach)),
        },
        { id: 'add', title: `${words.addAfter} …`, keys: 'Insert', run: () => reach.open(afterMenu(at, node, reach)) },
      ],
      [
        ...(container
          ? [{ id: 'fold', title: closed ? words.open : words.close, keys: 'O', run: () => reach.fold(id) }]
          : []),
        ...(node.kind === 'Parallel' || node.kind === 'Choice'
          ? [{ id: 'branch', title: words.addBranch, run: () => addBranch(workbench, id) }]
          : []),
        { id: 'breakpoint', title: words.breakpoint, keys: 'F9', run: () => workbench.toggleBreakpoint(id) },
        { id: 'condition', title: words.condition, run: () => askCondition(workbench, id) },
        { id: 'run-to', title: words.runTo, keys: 'Ctrl+F10', run: () => workbench.run.runTo(id) },
      ],
      several ? alignItems(workbench) : [],
      [
        { id: 'duplicate', title: words.duplicate, keys: 'Ctrl+D', run: () => command(workbench, 'duplicate') },
        { id: 'copy', title: words.copy, keys: 'Ctrl+C', run: () => void copySelection(workbench) },
        { id: 'cut', title: words.cut, keys: 'Ctrl+X', run: () => void cutSelection(workbench) },
        { id: 'remove', title: words.remove, keys: 'Delete', run: () => command(workbench, 'remove') },
      ],
    ],
  };
}

/** A breakpoint with the keyboard in its condition. */
function askCondition(workbench: Workbench, state: StateId): void {
  const { breakpoints } = workbench.getState().settings;
  if (!breakpoints.some((point) => point.state === state)) workbench.toggleBreakpoint(state);
  workbench.select([state], 'canvas');
  workbench.ask({ type: 'focus-form', field: words.conditionField });
}

function showInText(workbench: Workbench, state: StateId): void {
  workbench.reveal({ state }, 'canvas');
  workbench.ask({ type: 'focus-editor' });
}
function addBranch(workbench: Workbench, state: StateId): void {
  workbench.edit({ type: 'add-branch', state }, 'canvas', { notify: true });
}

/** The ways out of a state, each with what can be done to it: what a pointer does at the edges. */
export function exitsMenu(at: Point, node: GraphNode, reach: MenuReach): OpenMenu {
  const { graph } = reach.picture;
  const items = node.outlets.map((exit): MenuItem => {
    const edge = graph.edges.find(({ id }) => id === portId(node.id, exit.outlet));
    const target = edge && graph.nodes.find(({ id }) => id === edge.to)?.label;
    const menu = edge
      ? edgeMenu(at, edge, reach)
      : insertMenu(at, reach, { from: editEnd(node.id, exit.outlet), outlet: exit.outlet });
    const nowhere = endsAt(node, exit.outlet) ? messages.outline.ends : messages.outline.nowhere;
    const title = `${outletName(exit)} → ${target ?? nowhere}`;
    return { id: portId(node.id, exit.outlet), title, run: () => reach.open(menu) };
  });
  return { title: words.exits, ...at, groups: [items] };
}

/** A state of the chosen type after this one. */
export function afterMenu(at: Point, node: GraphNode, { workbench, go }: MenuReach): OpenMenu {
  return addMenu(at, (type) => {
    const edit = { type: 'add-state', scope: node.scope, state: { type }, after: node.id as StateId } as const;
    const result = workbench.edit(edit, 'canvas', { notify: true });
    if (result.ok && result.value[0] !== undefined) go(result.value[0]);
  });
}

export function edgeMenu(at: Point, edge: GraphEdge, reach: MenuReach): OpenMenu {
  const { workbench, go } = reach;
  const end = { from: editEnd(edge.from, edge.outlet), outlet: edge.outlet };
  const cut = (): void => {
    workbench.edit({ type: 'disconnect', ...end }, 'canvas', { notify: true });
  };
  return {
    title: words.edge,
    ...at,
    groups: [
      [
        { id: 'target', title: messages.outline.goToTarget, run: () => go(edge.to as StateId) },
        { id: 'cut', title: words.disconnect, keys: 'Delete', run: cut },
      ],
      typeItems((type) => insertAt(reach, end, type)),
    ],
  };
}

/** For the open canvas and for frames. `add` puts a state of a type where the menu was opened. */
export function canvasMenu(
  at: Point,
  scope: ScopeId,
  reach: MenuReach,
  add: (type: StateType) => void,
  all: () => void,
): OpenMenu {
  const { workbench } = reach;
  return {
    title: words.canvas,
    ...at,
    groups: [
      typeItems(add),
      [
        { id: 'paste', title: words.paste, keys: 'Ctrl+V', run: () => void pasteFromMenu(workbench, scope) },
        { id: 'all', title: words.selectAll, keys: 'Ctrl+A', run: all },
        ...branchItems(workbench, scope),
      ],
      [
        { id: 'fit', title: words.fit, run: reach.fit },
        { id: 'tidy', title: words.tidy, run: () => command(workbench, 'tidy') },
      ],
    ],
  };
}

function branchItems(workbench: Workbench, scope: ScopeId): readonly MenuItem[] {
  const match = /^(.*)\/Branch(\d+)$/s.exec(scope);
  if (!match) return [];
  const [state, index] = [match[1] as StateId, Number(match[2])];
  const run = (): void => {
    workbench.edit({ type: 'remove-branch', state, index }, 'canvas', { notify: true });
  };
  return [{ id: 'remove-branch', title: words.removeBranch, run }];
}

const alignItems = (workbench: Workbench): readonly MenuItem[] =>
  arrangements.flatMap((how) => {
    const found = commandById(`arrange-${how}`);
    return found ? [{ id: found.id, title: found.title, run: () => found.run(workbench) }] : [];
  });
