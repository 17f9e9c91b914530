/** Side by side, as people like it: every pane has a splitter, some can be folded, and all come back as they were. */
import { Dock } from '../dock/Dock.tsx';
import { messages } from '../messages.ts';
import { useMedia } from '../use-media.ts';
import { CanvasPane } from './CanvasPane.tsx';
import { EditorPane } from './EditorPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { LeftPanes } from './LeftPanes.tsx';
import { Split, type SplitPane } from './Split.tsx';

const titles = messages.panes;
const widest = 1600;

export function WidePanes() {
  const roomy = useMedia('(min-width: 1200px)');
  const palette: SplitPane = {
    id: 'palette',
    title: titles.palette,
    ...{ size: roomy ? 196 : 160, least: 128, most: 480, folded: 0 },
    content: <LeftPanes roomy={roomy} />,
  };
  const work: SplitPane = {
    id: 'work',
    title: '',
    flexible: true,
    ...{ size: 0, least: 560, most: widest },
    content: <Work roomy={roomy} />,
  };
  return <Split name={roomy ? 'columns' : 'columns-small'} direction="row" panes={[palette, work]} />;
}

function Work({ roomy }: { readonly roomy: boolean }) {
  const views: SplitPane = {
    id: 'views',
    title: '',
    flexible: true,
    ...{ size: 0, least: 180, most: widest },
    content: <Views roomy={roomy} />,
  };
  const dock: SplitPane = {
    id: 'dock',
    title: titles.dock,
    ...{ size: roomy ? 280 : 236, least: 130, most: 700, folded: 36 },
    content: <Dock />,
  };
  return <Split name="rows" direction="column" panes={[views, dock]} />;
}

function Views({ roomy }: { readonly roomy: boolean }) {
  const canvas: SplitPane = {
    id: 'canvas',
    title: titles.canvas,
    flexible: true,
    ...{ size: 0, least: 220, most: widest },
    content: <CanvasPane />,
  };
  const editor: SplitPane = {
    id: 'editor',
    title: titles.editor,
    ...{ size: roomy ? 370 : 232, least: 180, most: 1000, folded: 0 },
    content: <EditorPane />,
  };
  const inspector: SplitPane = {
    id: 'inspector',
    title: titles.inspector,
    ...{ size: roomy ? 312 : 212, least: 200, most: 560, folded: 0 },
    content: <InspectorPane />,
  };
  return <Split name={roomy ? 'views' : 'views-small'} direction="row" panes={[canvas, editor, inspector]} />;
}
