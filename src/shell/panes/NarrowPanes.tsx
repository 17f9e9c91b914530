import { useCallback, useState } from 'react';
import { type Ask, useAsk } from '../../workbench/index.ts';
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

/** On a narrow screen one view at a time, and the dock below it. */
export function NarrowPanes() {
  const [shown, setShown] = useState<PaneId>('canvas');
  useAsk(
    useCallback((request: Ask) => {
      if (request.type === 'focus-form') setShown('inspector');
      if (request.type === 'focus-canvas' || request.type === 'fit') setShown('canvas');
      if (request.type === 'focus-editor') setShown('editor');
      if (request.type === 'focus-outline') setShown('outline');
    }, []),
  );
  return (
    <div className="narrow">
      <Tabs
        name={messages.panes.choose}
        tabs={panes}
        shown={shown}
        show={setShown}
        className="narrow-views"
        panelClass="narrow-pane pane"
      />
      <div className="narrow-dock pane">
        <Dock />
      </div>
    </div>
  );
}
