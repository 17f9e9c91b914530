/** The frame: bar, panes, and what floats over them. Holds no logic of its own. */
import { Announcer } from './Announcer.tsx';
import { Bar } from './bar/Bar.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { FilePicker } from './FilePicker.tsx';
import { FirstHint } from './FirstHint.tsx';
import { Notices } from './Notices.tsx';
import { NarrowPanes } from './panes/NarrowPanes.tsx';
import { WidePanes } from './panes/WidePanes.tsx';
import { useDropAndPaste } from './use-drop-and-paste.ts';
import { useMedia } from './use-media.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { messages } from './messages.ts';

export function App() {
  useShortcuts();
  const dropping = useDropAndPaste();
  const narrow = useMedia('(max-width: 899.9px)');
  return (
    <div className="app">
      <Bar />
      <main className="work">{narrow ? <NarrowPanes /> : <WidePanes />}</main>
      <FirstHint />
      <Notices />
      <Announcer />
      <FilePicker />
      <Dialogs />
      {dropping && <div className="drop-here">{messages.open.dropHere}</div>}
    </div>
  );
}
