import { messages } from '../messages.ts';
import { OutlinePane } from './OutlinePane.tsx';
import { PalettePane } from './PalettePane.tsx';
import { Split, type SplitPane } from './Split.tsx';

/** What can be added, above what is there. The outline folds away to its title. */
export function LeftPanes({ roomy }: { readonly roomy: boolean }) {
  const palette: SplitPane = {
    id: 'palette',
    title: messages.panes.palette,
    flexible: true,
    ...{ size: 0, least: 120, most: 1600 },
    content: <PalettePane />,
  };
  const outline: SplitPane = {
    id: 'outline',
    title: messages.panes.outline,
    ...{ size: roomy ? 380 : 280, least: 110, most: 1200, folded: 34 },
    content: <OutlinePane />,
  };
  return <Split name="left" direction="column" panes={[palette, outline]} />;
}
