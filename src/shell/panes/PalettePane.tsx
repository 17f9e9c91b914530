import { Palette } from '../../panels/index.ts';
import { messages } from '../messages.ts';
import { Pane } from './Pane.tsx';

export function PalettePane() {
  return (
    <Pane name={messages.regions.palette} id="palette">
      <Palette />
    </Pane>
  );
}
