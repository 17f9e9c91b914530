import { useEffect } from 'react';
import { commands, useWorkbench } from '../workbench/index.ts';
import { isMac, isPressed } from './keys.ts';

/**
 * The keys of the command table, wherever the focus is. While a field has it, only those that hold Ctrl or Command or
 * are function keys; undo in a field is the field's own as long as something was typed into it.
 */
export function useShortcuts(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const mac = isMac();
    const heard = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commands.find(({ keys }) => keys.some((keyText) => isPressed(keyText, event, mac)));
      if (!command || (event.target instanceof Element && belongsToField(event.target, command.id))) return;
      event.preventDefault();
      if (command.enabled(workbench.getState())) command.run(workbench);
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [workbench]);
}

function belongsToField(target: Element, command: string): boolean {
  if (target.closest('.monaco-editor')) return command === 'duplicate';
  if (!target.closest('input, textarea, select, [contenteditable]')) return false;
  // Nothing of the field's own to take back: undo means the document.
  if (target.getAttribute('data-settled') === 'true' && (command === 'undo' || command === 'redo')) return false;
  return [
    'undo',
    'redo',
    'duplicate',
    'focus-canvas',
    'focus-editor',
    'focus-form',
    'new',
    'tidy',
    'fit',
    'maximize-dock',
  ].includes(command);
}
