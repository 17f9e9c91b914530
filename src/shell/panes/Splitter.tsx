import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { clamp, type PaneSize } from './fit.ts';

interface Props {
  readonly direction: 'row' | 'column';
  readonly name: string;
  /** The pane it sizes, and whether that stands before the splitter. */
  readonly pane: PaneSize;
  readonly before: boolean;
  readonly size: number;
  readonly resize: (size: number) => void;
}
const step = 16;

/** The line between two panes: drag it, or move it with the arrow keys; Enter or a double press folds and unfolds. */
export function Splitter({ direction, name, pane, before, size, resize }: Props) {
  const drag = useRef<{ readonly at: number; readonly size: number }>(undefined);
  const place = (event: PointerEvent): number => (direction === 'row' ? event.clientX : event.clientY);
  const sign = before ? 1 : -1;
  const isFolded = size === pane.folded;
  const fold = (): void => {
    if (pane.folded !== undefined) resize(isFolded ? pane.size : pane.folded);
  };
  const moved = (event: PointerEvent): void => {
    if (drag.current) resize(clamp(pane, drag.current.size + sign * (place(event) - drag.current.at)));
  };
  const pressed = (event: KeyboardEvent): void => {
    const to = keyTarget(event.key, direction, sign, pane, size);
    if (event.key === 'Enter') fold();
    else if (to !== undefined) resize(to);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className={`splitter ${direction}`}
      aria-label={name}
      aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={pane.folded ?? pane.least}
      aria-valuemax={pane.most}
      onPointerDown={(event) => {
        drag.current = { at: place(event), size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={moved}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onDoubleClick={fold}
      onKeyDown={pressed}
    />
  );
}

function keyTarget(
  key: string,
  direction: Props['direction'],
  sign: number,
  pane: PaneSize,
  size: number,
): number | undefined {
  const [less, more] = direction === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === more) return clamp(pane, size + sign * step);
  if (key === less) return clamp(pane, size - sign * step);
  if (key === 'Home') return pane.folded ?? pane.least;
  return key === 'End' ? pane.most : undefined;
}
