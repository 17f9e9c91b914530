import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { keepOnScreen } from './Menu.tsx';
import { messages } from './messages.ts';

export interface Choice {
  readonly id: string;
  readonly title: string;
  /** Behind the title, smaller: a type, a scope, or why it cannot be chosen. */
  readonly about?: string;
  readonly disabled?: boolean;
}
export interface OpenChooser {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
}

/** As many are listed; typing on narrows them down. */
const most = 100;

/** A list to choose one thing from, narrowed down by typing: targets, scopes, states. */
export function Chooser({ chooser, onClose }: { readonly chooser: OpenChooser; readonly onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => matching(chooser.choices, typed), [chooser, typed]);
  const current = found[Math.min(at, found.length - 1)];
  useFloating(box, chooser, onClose);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);

  const take = (choice: Choice | undefined): void => {
    if (!choice || choice.disabled) return;
    onClose();
    chooser.choose(choice.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // Keys of an input method: it chooses words with them.
    if (event.nativeEvent.isComposing) return;
    const to = moved(event.key, Math.min(at, found.length - 1), found.length);
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key === 'Enter') take(current);
    else if (to !== undefined) setAt(to);
    else return;
    event.preventDefault();
  };
  return createPortal(
    <div ref={box} className="canvas-menu chooser" role="dialog" aria-label={chooser.title} onKeyDown={onKeyDown}>
      <input
        type="text"
        role="combobox"
        aria-label={chooser.title}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current && `${list}-${found.indexOf(current)}`}
        placeholder={chooser.title}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <ul role="listbox" id={list} aria-label={chooser.title}>
        {found.map((choice, i) => (
          <li
            key={choice.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={choice === current}
            aria-disabled={choice.disabled || undefined}
            onPointerMove={() => setAt(i)}
            onClick={() => take(choice)}
          >
            <span className="chooser-title">{choice.title}</span>
            {choice.about && <span className="chooser-about">{choice.about}</span>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="chooser-none">{messages.chooser.nothing}</p>}
    </div>,
    document.body,
  );
}

/** Those whose words hold what was typed: at the start of the title first. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices.slice(0, most);
  const found = choices.filter(({ title, about }) => `${title} ${about ?? ''}`.toLowerCase().includes(wanted));
  const begins = ({ title }: Choice): number => (title.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, most);
}

function moved(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : undefined;
}

/** On the screen, closed by a press outside; the keyboard goes back to where it was. */
function useFloating(
  box: React.RefObject<HTMLDivElement | null>,
  { x, y }: { readonly x: number; readonly y: number },
  onClose: () => void,
): void {
  useLayoutEffect(() => {
    if (box.current) keepOnScreen(box.current, { x, y });
  }, [box, x, y]);
  useEffect(() => {
    const before = document.activeElement;
    const element = box.current;
    element?.querySelector('input')?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !element?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      const free = document.activeElement === document.body || element?.contains(document.activeElement);
      if (before instanceof HTMLElement && free) before.focus({ preventScroll: true });
    };
  }, [box, onClose]);
}
