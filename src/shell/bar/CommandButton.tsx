import type { LucideIcon } from 'lucide-react';
import { commandById, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { ariaKeys, isMac, showKeys } from '../keys.ts';

interface Props {
  readonly id: string;
  readonly icon: LucideIcon;
  /** Show the title beside the icon where there is room. */
  readonly wide?: boolean;
  readonly primary?: boolean;
  /** More to say in the tooltip: the step that undo would take back. */
  readonly about?: string | undefined;
}

/** A button of the bar for a command of the table: its name, keys and state all come from there. */
export function CommandButton({ id, icon: Icon, wide = false, primary = false, about }: Props) {
  const workbench = useWorkbench();
  const command = commandById(id);
  const enabled = useWorkbenchState((state) => command?.enabled(state) ?? false);
  if (!command) return null;
  const mac = isMac();
  const [key] = command.keys;
  const hint = [about ?? command.title, key && `(${showKeys(key, mac)})`].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={`button ${primary ? 'primary' : 'plain'} ${wide ? 'wide' : 'icon'}`}
      aria-label={command.title}
      aria-keyshortcuts={key && ariaKeys(key, mac)}
      title={hint}
      disabled={!enabled}
      onClick={() => command.run(workbench)}
    >
      <Icon size={16} aria-hidden />
      {wide && <span className="wide-label">{command.title}</span>}
    </button>
  );
}
