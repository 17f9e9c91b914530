import { type ClipboardEvent, useMemo } from 'react';
import { useWorkbench } from '../workbench/index.ts';
import { pasteYaml, selectionAsYaml } from './clipboard.ts';
import { messages } from './messages.ts';

/** Copy, cut and paste of states as YAML text, through the browser's own events: works between windows and editors. */
export function useClipboard() {
  const workbench = useWorkbench();
  return useMemo(() => {
    const copy = (event: ClipboardEvent): boolean => {
      if (isField(event.target)) return false;
      const yaml = selectionAsYaml(workbench);
      if (yaml === undefined) return false;
      event.clipboardData.setData('text/plain', yaml);
      event.preventDefault();
      workbench.announce(messages.copied(workbench.getState().view.selection.length));
      return true;
    };
    return {
      onCopy: (event: ClipboardEvent) => void copy(event),
      onCut: (event: ClipboardEvent) => {
        const { selection } = workbench.getState().view;
        if (copy(event)) workbench.edit({ type: 'remove-states', states: selection }, 'canvas', { notify: true });
      },
      onPaste: (event: ClipboardEvent) => {
        const text = event.clipboardData.getData('text/plain');
        if (text.trim() === '' || isField(event.target)) return;
        event.preventDefault();
        pasteYaml(workbench, text);
      },
    };
  }, [workbench]);
}

/** A field has a clipboard of its own. */
const isField = (target: EventTarget): boolean => target instanceof HTMLInputElement;
