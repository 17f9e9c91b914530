import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { rootScope } from '../../fdl/index.ts';
import { useWorkbench } from '../../workbench/index.ts';
import { Chooser, type OpenChooser } from '../Chooser.tsx';
import { pasteYaml } from '../clipboard.ts';
import { Menu, type OpenMenu } from '../Menu.tsx';
import { messages } from '../messages.ts';
import { useClipboard } from '../use-clipboard.ts';
import { perform } from './actions.ts';
import { rowByKey, rowByTyping, sideways } from './keys.ts';
import './outline.css';
import { Row } from './Row.tsx';
import type { OutlineRow } from './rows.ts';
import { stateOf } from './rows.ts';
import { useHome } from './use-home.ts';
import { useOutline } from './use-outline.ts';
import { rowHeight, useWindow } from './use-window.ts';
import { add, connect, enter, find, move, type Reach, remove, rowMenu } from './verbs.ts';

const words = messages.outline;
const typingMs = 700;
/** Stands for the flow itself while there is no state: something can be added to it. */
const nothingYet: OutlineRow = {
  ...{ kind: 'scope', key: '', scope: rootScope, label: '' },
  ...{ level: 1, place: 1, siblings: 1, parent: undefined, open: undefined },
};

/**
 * The flow as a tree of states, scopes and ways out: the canvas for those who do not see it, and a quick way through
 * a large flow for everybody. Holds nothing of its own: rows are the picture's, the selection is the page's.
 * `calls`: how often the keyboard was called here, also before there was anything to have it.
 */
export function Outline({ calls }: { readonly calls: number }) {
  const workbench = useWorkbench();
  const tree = useOutline();
  const { rows, active, toggle } = tree;
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [menu, setMenu] = useState<OpenMenu>();
  const [chooser, setChooser] = useState<OpenChooser>();
  const [renaming, setRenaming] = useState<string>();
  const home = useHome(box, tree);
  const view = useWindow(box, rows.length, active);
  const clipboard = useClipboard();
  const typed = useRef({ text: '', at: 0 });
  const reach = useMemo(
    (): Reach => ({
      workbench,
      tree,
      at: (row) => placeOf(box.current, row.key),
      openMenu: setMenu,
      openChooser: setChooser,
      rename: (row) => setRenaming(row.key),
      home,
    }),
    [workbench, tree, home],
  );
  const followed = useRef(0);
  useEffect(() => {
    if (calls !== followed.current) home();
    followed.current = calls;
  }, [calls, home]);

  const endRename = useCallback(
    (name: string | undefined) => {
      const row = rows.find(({ key }) => key === renaming);
      const state = row && stateOf(row);
      setRenaming(undefined);
      if (row?.kind !== 'state' || state === undefined) return;
      const changed = name !== undefined && name !== row.node.label;
      const result = changed ? perform(workbench, { type: 'rename-state', state, name }) : undefined;
      const [now = state] = result?.ok ? result.value : [];
      home(`state ${now}`);
    },
    [rows, renaming, workbench, home],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('input'))) return;
    const row = rows[active] ?? nothingYet;
    if (!onKey(event, row, reach, typed.current)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowAt(event.target, rows) ?? rows[active];
    if (!row) return;
    event.preventDefault();
    if (rowAt(event.target, rows)) tree.go(row, keepsSelection(row, workbench.getState().view.selection));
    const byKeyboard = event.clientX === 0 && event.clientY === 0;
    setMenu(rowMenu(reach, row, byKeyboard ? placeOf(box.current, row.key) : { x: event.clientX, y: event.clientY }));
  };
  // In the order of the tree: a row that is moved in the page loses the keyboard.
  const shown = Array.from({ length: view.to - view.from }, (_, i) => view.from + i);
  if (rows.length > 0 && active < view.from) shown.unshift(active);
  if (rows.length > 0 && active >= view.to) shown.push(active);
  return (
    <div className="outline">
      <span id={hint} hidden>
        {words.hint}
      </span>
      <div
        ref={box}
        role="tree"
        aria-label={words.tree}
        aria-multiselectable
        aria-describedby={hint}
        className="outline-tree"
        tabIndex={rows.length === 0 ? 0 : -1}
        onScroll={view.onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onClick={(event) => {
          const row = rowAt(event.target, rows);
          if (row && !(event.target instanceof HTMLInputElement)) tree.go(row, event.ctrlKey || event.metaKey);
        }}
        onDoubleClick={(event) => {
          const row = rowAt(event.target, rows);
          if (row) enter(reach, row);
        }}
        onFocus={(event) => {
          const row = rowAt(event.target, rows);
          if (row && row.key !== rows[active]?.key) tree.await(row.key);
        }}
        {...clipboard}
        onPaste={(event) => {
          const row = rows[active];
          const text = event.clipboardData.getData('text/plain');
          if (event.target instanceof HTMLInputElement || text.trim() === '') return;
          event.preventDefault();
          pasteYaml(workbench, text, row?.kind === 'scope' ? row.scope : row === undefined ? rootScope : undefined);
        }}
      >
        {rows.length === 0 && <p className="outline-empty">{words.empty}</p>}
        <div role="none" className="outline-rows" style={{ height: rows.length * rowHeight }}>
          {shown.map((index) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Row
                key={row.key}
                row={row}
                graph={tree.graph}
                index={index}
                active={index === active}
                renaming={row.key === renaming}
                endRename={endRename}
                toggle={toggle}
              />
            );
          })}
        </div>
      </div>
      {menu && <Menu menu={menu} onClose={() => setMenu(undefined)} />}
      {chooser && <Chooser chooser={chooser} onClose={() => setChooser(undefined)} />}
    </div>
  );
}

const keepsSelection = (row: OutlineRow, selection: readonly string[]): boolean =>
  row.kind === 'state' && selection.includes(row.node.id);

function rowAt(target: EventTarget, rows: readonly OutlineRow[]): OutlineRow | undefined {
  const element = target instanceof Element ? target.closest('[data-row]') : null;
  const key = element instanceof HTMLElement ? element.dataset['row'] : undefined;
  return key === undefined ? undefined : rows.find((row) => row.key === key);
}

/** Where a menu for a row opens. */
function placeOf(box: HTMLElement | null, key: string): { readonly x: number; readonly y: number } {
  const element = [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((e) => e.dataset['row'] === key);
  const place = (element ?? box)?.getBoundingClientRect();
  return { x: (place?.left ?? 0) + 24, y: (place?.top ?? 0) + rowHeight };
}

interface Typed {
  text: string;
  at: number;
}

/** Whether the tree has a use for the key. */
function onKey(event: KeyboardEvent, row: OutlineRow, reach: Reach, typed: Typed): boolean {
  const { tree, workbench } = reach;
  const { key, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  const by = key === 'ArrowUp' ? -1 : 1;
  if (key.length > 1) typed.text = '';
  if (altKey) return (key === 'ArrowUp' || key === 'ArrowDown') && !mod && (move(reach, row, by), true);
  if (mod && key.toLowerCase() === 'f') return (find(reach, row), true);
  if (key === 'Insert' || (mod && key === 'Enter')) return (add(reach, row), true);
  if (mod) return false;
  const to = rowByKey(key, tree.rows, tree.active, 12);
  const next = to === undefined ? undefined : tree.rows[to];
  if (next) return (tree.go(next, shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')), true);
  if (sideways(key, tree)) return true;
  if (key === 'Enter') return ((shiftKey ? connect : enter)(reach, row), true);
  if (key === 'Delete' || key === 'Backspace') return (remove(reach, row), true);
  if (key === 'F2') return row.kind === 'state' && (reach.rename(row), true);
  if (key === ' ' && (typed.text === '' || event.timeStamp - typed.at > typingMs))
    return toggleSelected(workbench, row);
  return key.length === 1 && typeAhead(event, reach, typed);
}

function toggleSelected(workbench: Reach['workbench'], row: OutlineRow): boolean {
  const state = stateOf(row);
  if (state === undefined) return true;
  const { selection } = workbench.getState().view;
  workbench.select(selection.includes(state) ? selection.filter((id) => id !== state) : [...selection, state], 'panel');
  return true;
}

function typeAhead(event: KeyboardEvent, { tree }: Reach, typed: Typed): boolean {
  typed.text = event.timeStamp - typed.at < typingMs ? typed.text + event.key : event.key;
  typed.at = event.timeStamp;
  const found = rowByTyping(tree.rows, tree.active, typed.text);
  const row = found === undefined ? undefined : tree.rows[found];
  if (row) tree.go(row);
  return true;
}
