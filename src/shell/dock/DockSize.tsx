import { Maximize2, Minimize2 } from 'lucide-react';
import { useRef } from 'react';
import { commandById } from '../../workbench/index.ts';
import { isMac, showKeys } from '../keys.ts';
import { messages } from '../messages.ts';
import { useFullDock } from './use-full-dock.ts';
import './dock-size.css';

const words = messages.dockSize;

/** Gives the dock the room of everything above it, and gives it back. */
export function DockSize() {
  const button = useRef<HTMLButtonElement>(null);
  const { full, toggle } = useFullDock(button);
  const name = full ? words.restore : words.maximize;
  const keys = commandById('maximize-dock')?.keys[0] ?? '';
  const Sign = full ? Minimize2 : Maximize2;
  return (
    <button
      ref={button}
      type="button"
      className="button plain small icon dock-size"
      aria-label={name}
      title={`${name} (${showKeys(keys, isMac())})`}
      onClick={toggle}
    >
      <Sign size={14} aria-hidden />
    </button>
  );
}
