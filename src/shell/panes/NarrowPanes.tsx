import { Tabs } from 'radix-ui';
import { useCallback, useState } from 'react';
import { type Ask, useAsk } from '../../workbench/index.ts';
import { Dock } from '../dock/Dock.tsx';
import { messages } from '../messages.ts';
import { CanvasPane } from './CanvasPane.tsx';
import { EditorPane } from './EditorPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { PalettePane } from './PalettePane.tsx';

const panes = [
  { id: 'palette', title: messages.panes.palette, Pane: PalettePane },
  { id: 'canvas', title: messages.panes.canvas, Pane: CanvasPane },
  { id: 'editor', title: messages.panes.editor, Pane: EditorPane },
  { id: 'inspector', title: messages.panes.inspector, Pane: InspectorPane },
] as const;

/** On a narrow screen one view at a time, and the dock below it. */
export function NarrowPanes() {
  const [shown, setShown] = useState('canvas');
  useAsk(
    useCallback((request: Ask) => {
      if (request.type === 'focus-form') setShown('inspector');
      if (request.type === 'focus-canvas' || request.type === 'fit') setShown('canvas');
      if (request.type === 'focus-editor') setShown('editor');
    }, []),
  );
  return (
    <div className="narrow">
      <Tabs.Root className="narrow-views" value={shown} onValueChange={setShown}>
        <Tabs.List className="tabs" aria-label={messages.panes.choose}>
          {panes.map(({ id, title }) => (
            <Tabs.Trigger key={id} value={id} className="tab">
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {panes.map(({ id, Pane }) => (
          <Tabs.Content key={id} value={id} className="narrow-pane pane" tabIndex={-1}>
            <Pane />
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <div className="narrow-dock pane">
        <Dock onUse={() => undefined} />
      </div>
    </div>
  );
}
