import { commandById, type Workbench } from '../workbench/index.ts';
import type { CodeEditor } from './monaco.ts';

/** What is read of a key press. */
export interface KeyPress {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The character on the key, whatever the layout. */
  readonly key: string;
}

/** The command of the page a key press in the editor is for; the rest is Monaco's. */
export function pageCommandOf({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  key,
}: KeyPress): 'undo' | 'redo' | 'commands' | undefined {
  if ((!ctrlKey && !metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (shiftKey) return undefined;
  return letter === 'y' ? 'redo' : letter === 'k' ? 'commands' : undefined;
}

/**
 * Hands undo and redo to the one history of the document, and the command palette to the page. Taken at the key, since
 * Monaco's commands belong to all editors of a page together.
 */
export function handOverKeys(editor: CodeEditor, workbench: Workbench): { readonly dispose: () => void } {
  return editor.onKeyDown((event) => {
    const command = pageCommandOf({ ...keysOf(event.browserEvent) });
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (command === 'undo') workbench.undo();
    else if (command === 'redo') workbench.redo();
    else commandById('commands')?.run(workbench);
  });
}

function keysOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): KeyPress {
  return { ctrlKey, metaKey, altKey, shiftKey, key };
}
