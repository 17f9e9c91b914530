import { useCallback, useEffect, useState } from 'react';
import { type Ask, useAsk, useWorkbench } from '../../workbench/index.ts';
import { Dock } from '../dock/Dock.tsx';
import { messages } from '../messages.ts';
import { Tabs } from '../Tabs.tsx';
import { CanvasPane } from './CanvasPane.tsx';
import { EditorPane } from './EditorPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { OutlinePane } from './OutlinePane.tsx';
import { PalettePane } from './PalettePane.tsx';

type PaneId = 'palette' | 'outline' | 'canvas' | 'editor' | 'inspector';
const panes = [
  { id: 'palette', title: messages.panes.palette, render: () => <PalettePane /> },
  { id: 'outline', title: messages.panes.outline, render: () => <OutlinePane /> },
  { id: 'canvas', title: messages.panes.canvas, render: () => <CanvasPane /> },
  { id: 'editor', title: messages.panes.editor, render: () => <EditorPane /> },
  { id: 'inspector', title: messages.panes.inspector, render: () => <InspectorPane /> },
] as const;

/** Where the keyboard is called to, or what is to be seen. */
const paneOf: Partial<Record<Ask['type'], PaneId>> = {
  'focus-form': 'inspector',
  'focus-canvas': 'canvas',
  fit: 'canvas',
  'focus-editor': 'editor',
  'focus-outline': 'outline',
};

/** On a narrow screen one view at a time, and the dock below it. */
export function NarrowPanes() {
  const workbench = useWorkbench();
  const [{ shown, askedFor }, show] = useState<{ readonly shown: PaneId; readonly askedFor?: Ask }>({
    shown: 'canvas',
  });
  useAsk(
    useCallback((request: Ask) => {
      const pane = paneOf[request.type];
      if (pane) show((now) => (now.shown === pane ? now : { shown: pane, askedFor: request }));
    }, []),
  );
  // The view was not there yet when it was asked.
  useEffect(() => {
    if (askedFor) workbench.ask(askedFor);
  }, [askedFor, workbench]);
  return (
    <div className="narrow">
      <Tabs
        name={messages.panes.choose}
        tabs={panes}
        shown={shown}
        show={(pane) => show({ shown: pane })}
        className="narrow-views"
        panelClass="narrow-pane pane"
      />
      <div className="narrow-dock pane">
        <Dock />
      </div>
    </div>
  );
}
