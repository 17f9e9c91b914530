import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { CanvasContext, type CanvasSurroundings } from './canvas-context.ts';
import './canvas.css';
import { Chooser, type OpenChooser } from './Chooser.tsx';
import { EmptyHint } from './EmptyHint.tsx';
import { Menu } from './Menu.tsx';
import { messages } from './messages.ts';
import { Minimap } from './Minimap.tsx';
import { RefusalTip } from './RefusalTip.tsx';
import type { PointedRefusal } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { Surface } from './Surface.tsx';
import { TabStopContext } from './tab-stop.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useClosed } from './use-closed.ts';
import { useConnectMode } from './use-connect-mode.ts';
import { useDragging } from './use-dragging.ts';
import { useDrawn } from './use-drawn.ts';
import { useDrops } from './use-drops.ts';
import { useFirstBox } from './use-first-box.ts';
import { useFind } from './use-find.ts';
import { useFocus } from './use-focus.ts';
import { useFollow } from './use-follow.ts';
import { useMenus } from './use-menus.ts';
import { usePicture } from './use-picture.ts';
import { useSteadyView } from './use-steady-view.ts';
import { useLooking } from './use-viewport.ts';
import { ZoomControls } from './ZoomControls.tsx';

/** The drawing surface: the flow as a picture that can be edited, and shows what a run does. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}

function Canvas() {
  const workbench = useWorkbench();
  const root = useRef<HTMLElement>(null);
  const { closed, fold, openAround } = useClosed();
  const picture = usePicture(closed);
  const looking = useLooking();
  useSteadyView(picture);
  const large = picture.graph.nodes.length > 250;
  // A step behind where it becomes small: the library hears of that before it hears that the many nodes are gone.
  const wasLarge = useDeferredValue(large);
  const drawn = useDrawn(picture, useFirstBox(picture, looking, large));
  const focus = useFocus(root, picture, looking);
  const mode = useConnectMode(picture, (id) => focus.go(id, { select: false }));
  const drops = useDrops(picture, focus.go);
  const dragging = useDragging(picture);
  const [refused, setRefused] = useState<PointedRefusal>();
  const menus = useMenus({ workbench, picture, closed, fold, focus, looking, mode });
  const [chooser, setChooser] = useState<OpenChooser>();
  const find = useFind(root, focus, openAround, setChooser);
  useFollow({ picture, looking, focus, openAround, find });

  const { openFor } = menus;
  const parts = useMemo(
    () => ({ picture, drawn, focus, mode, fold, openFor }),
    [picture, drawn, focus, mode, fold, openFor],
  );
  const onKeyDown = useCanvasKeys(parts);
  const clipboard = useClipboard();
  const surroundings = useSurroundings({
    closed,
    fold,
    dropScope: drops.scope ?? dragging.scope,
    dropEdge: drops.edge,
    target: mode.now?.target,
    insertOnEdge: menus.insertOnEdge,
  });
  const empty = useWorkbenchState((s) => s.document.lastReadable.flow.states.length === 0);

  return (
    <TabStopContext value={focus.tabStop}>
      <CanvasContext value={surroundings}>
        <section
          ref={root}
          className="canvas"
          aria-label={messages.region}
          // Pressing a line or the ground brings the keyboard here too.
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onFocus={focus.onFocus}
          onContextMenu={menus.onContextMenu}
          {...clipboard}
          {...drops.handlers}
        >
          <Surface
            drawn={drawn}
            dragging={dragging}
            onVoid={menus.onVoid}
            onRefused={setRefused}
            large={large || wasLarge}
          />
          {empty && <EmptyHint />}
          <StaleNotice />
          {mode.now && <div className="connect-hint">{messages.connectMode.chooseTarget}</div>}
          <ZoomControls />
          <Minimap picture={picture} />
          {menus.menu && <Menu menu={menus.menu} onClose={menus.close} />}
          {chooser && <Chooser chooser={chooser} onClose={() => setChooser(undefined)} />}
          {refused && <RefusalTip refused={refused} onGone={() => setRefused(undefined)} />}
        </section>
      </CanvasContext>
    </TabStopContext>
  );
}

/** One object as long as nothing in it changed. */
function useSurroundings(value: CanvasSurroundings): CanvasSurroundings {
  const { closed, fold, dropScope, dropEdge, target, insertOnEdge } = value;
  return useMemo(
    () => ({ closed, fold, dropScope, dropEdge, target, insertOnEdge }),
    [closed, fold, dropScope, dropEdge, target, insertOnEdge],
  );
}
