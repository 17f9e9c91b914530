import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { nextEntry, nothingTyped, type Typed, typedAfter } from './menu-keys.ts';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly icon?: React.ReactNode;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}
export interface OpenMenu {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

/** A small menu at a point of the screen. Arrow keys, Home, End and the beginning of a word move in it; it closes on Escape and outside. */
export function Menu({ menu, onClose }: { readonly menu: OpenMenu; readonly onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>(nothingTyped);
  useLayoutEffect(() => {
    if (box.current) keepOnScreen(box.current, menu);
  }, [menu]);
  const before = useRef<Element>(null);
  useEffect(() => {
    // Of a menu that follows another one: where the keyboard was before the first.
    if (!before.current?.isConnected) before.current = document.activeElement;
    const element = box.current;
    entries(element)[0]?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('wheel', outside, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('wheel', outside, true);
      const free = document.activeElement === document.body || element?.contains(document.activeElement);
      if (before.current instanceof HTMLElement && free) before.current.focus({ preventScroll: true });
    };
  }, [menu, onClose]);
  return createPortal(
    <div
      ref={box}
      className="canvas-menu"
      role="menu"
      aria-label={menu.title}
      style={{ left: menu.x, top: menu.y }}
      onKeyDown={(e) => {
        typed.current = typedAfter(typed.current, e);
        onKey(e, typed.current.text, box.current, onClose);
      }}
    >
      {menu.groups
        .filter((group) => group.length > 0)
        .map((group, i) => (
          <div key={i} role="group" className="canvas-menu-group">
            {group.map((item) => (
              <button
                key={item.id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                disabled={item.disabled}
                onClick={() => {
                  onClose();
                  item.run();
                }}
              >
                <span className="canvas-menu-icon">{item.icon}</span>
                <span>{item.title}</span>
                {item.keys && <kbd>{item.keys}</kbd>}
              </button>
            ))}
          </div>
        ))}
    </div>,
    document.body,
  );
}

const entries = (box: HTMLElement | null): HTMLButtonElement[] => [
  ...(box?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
];

/** Keeps all of what floats at a point on the screen. */
export function keepOnScreen(menu: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const size = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, window.innerWidth - size.width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - size.height - 8))}px`;
}

function onKey(event: KeyboardEvent, typed: string, box: HTMLElement | null, onClose: () => void): void {
  const all = entries(box);
  const at = all.findIndex((entry) => entry === document.activeElement);
  const titles = all.map((entry) => entry.textContent?.trim() ?? '');
  const next = nextEntry(event.key, typed, at, titles);
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') onClose();
  else if (next !== undefined) all[next]?.focus();
  else return;
  event.preventDefault();
}
