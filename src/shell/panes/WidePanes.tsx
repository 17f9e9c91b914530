/** Side by side, as people like it: every pane has a splitter, can be folded, and comes back as it was. */
import { Group, Panel, type PanelImperativeHandle, Separator } from 'react-resizable-panels';
import { type RefObject, useRef } from 'react';
import { Dock } from '../dock/Dock.tsx';
import { messages } from '../messages.ts';
import { CanvasPane } from './CanvasPane.tsx';
import { EditorPane } from './EditorPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { PalettePane } from './PalettePane.tsx';
import { useKeptLayout } from './use-kept-layout.ts';
import { useMedia } from '../use-media.ts';

export function WidePanes() {
  const roomy = useMedia('(min-width: 1200px)');
  const columns = useKeptLayout(roomy ? 'columns' : 'columns-small');
  const rows = useKeptLayout('rows');
  const views = useKeptLayout(roomy ? 'views' : 'views-small');
  const dock = useRef<PanelImperativeHandle>(null);
  return (
    <Group key={roomy ? 'roomy' : 'tight'} orientation="horizontal" className="panes" {...columns}>
      <Panel
        id="palette"
        className="pane"
        defaultSize={roomy ? 176 : 148}
        minSize={128}
        maxSize={320}
        groupResizeBehavior="preserve-pixel-size"
      >
        <PalettePane />
      </Panel>
      <Splitter pane={messages.panes.palette} />
      <Panel id="work" minSize={480}>
        <Group orientation="vertical" {...rows}>
          <Panel id="views" minSize={160}>
            <Group orientation="horizontal" {...views}>
              <Panel id="canvas" className="pane" minSize={200}>
                <CanvasPane />
              </Panel>
              <Splitter pane={messages.panes.canvas} />
              <Panel
                id="editor"
                className="pane"
                defaultSize={roomy ? '30%' : '30%'}
                minSize={140}
                collapsible
                collapsedSize={0}
              >
                <EditorPane />
              </Panel>
              <Splitter pane={messages.panes.editor} />
              <Panel
                id="inspector"
                className="pane"
                defaultSize={roomy ? 312 : 248}
                minSize={220}
                maxSize={560}
                groupResizeBehavior="preserve-pixel-size"
              >
                <InspectorPane />
              </Panel>
            </Group>
          </Panel>
          <Splitter pane={messages.panes.dock} />
          <Panel
            id="dock"
            className="pane"
            panelRef={dock}
            defaultSize="34%"
            minSize={120}
            collapsible
            collapsedSize={34}
          >
            <Dock onUse={() => unfold(dock)} />
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

function Splitter({ pane }: { readonly pane: string }) {
  return <Separator className="splitter" aria-label={messages.regions.resize(pane)} />;
}

function unfold(panel: RefObject<PanelImperativeHandle | null>): void {
  if (panel.current?.isCollapsed()) panel.current.expand();
}
