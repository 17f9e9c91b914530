/**
 * Panes side by side or one above the other with splitters between them. Written here instead of taken from a package:
 * it is all the layout the page needs, and a tenth of the weight, which counts before the first drawing.
 */
import { type CSSProperties, Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { messages } from '../messages.ts';
import { fit, type PaneSize } from './fit.ts';
import { Splitter } from './Splitter.tsx';
import { useKeptSizes } from './use-kept-sizes.ts';

export interface SplitPane extends PaneSize {
  readonly title: string;
  readonly content: ReactNode;
}
interface Props {
  /** Under this name the sizes are kept. */
  readonly name: string;
  readonly direction: 'row' | 'column';
  readonly panes: readonly SplitPane[];
}

export function Split({ name, direction, panes }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(direction === 'row' ? window.innerWidth : window.innerHeight);
  const [kept, keep] = useKeptSizes(name);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setRoom(direction === 'row' ? element.clientWidth : element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [direction]);

  const sizes = fit(panes, kept, room);
  const style: CSSProperties = { flexDirection: direction };
  return (
    <div className="split" data-split={name} style={style} ref={box}>
      {panes.map((pane, i) => (
        <Fragment key={pane.id}>
          {i > 0 && (
            <Splitter
              direction={direction}
              name={messages.regions.resize(splitterPane(panes, i).title)}
              pane={splitterPane(panes, i)}
              before={splitterPane(panes, i) === panes[i - 1]}
              size={sizes.get(splitterPane(panes, i).id) ?? 0}
              resize={(size) => keep({ ...kept, [splitterPane(panes, i).id]: size })}
            />
          )}
          <div
            className={`split-pane ${(sizes.get(pane.id) ?? 1) === 0 ? 'folded' : ''}`}
            style={pane.flexible ? { flex: '1 1 0' } : { flex: `0 0 ${sizes.get(pane.id) ?? pane.size}px` }}
          >
            {pane.content}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

/** The splitter before pane `i` sizes the fixed one of its two neighbours. */
function splitterPane(panes: readonly SplitPane[], i: number): SplitPane {
  const [before, after] = [panes[i - 1], panes[i]];
  if (before && after?.flexible) return before;
  return after ?? panes[0] ?? { id: '', title: '', content: null, size: 0, least: 0, most: 0 };
}
