import { useEffect, useState } from 'react';
import { useWorkbench, type Workbench } from '../workbench/index.ts';
import { openFile } from './open-file.ts';

/** Opens a file dropped anywhere and a flow pasted anywhere but into a field. True while a file hovers over the page. */
export function useDropAndPaste(): boolean {
  const workbench = useWorkbench();
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    const stop = [
      listen('dragenter', (event) => carriesFile(event) && setDropping(true)),
      listen('dragover', (event) => carriesFile(event) && event.preventDefault()),
      listen('dragleave', (event) => event.relatedTarget === null && setDropping(false)),
      listen('drop', (event) => {
        setDropping(false);
        if (carriesFile(event)) dropped(workbench, event);
      }),
      listen('paste', (event) => pasted(workbench, event), true),
    ];
    return () => stop.forEach((end) => end());
  }, [workbench]);
  return dropping;
}

function listen<K extends keyof WindowEventMap>(
  type: K,
  heard: (event: WindowEventMap[K]) => unknown,
  early = false,
): () => void {
  window.addEventListener(type, heard, early);
  return () => window.removeEventListener(type, heard, early);
}
const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

function dropped(workbench: Workbench, event: DragEvent): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void openFile(workbench, file);
}

/** States pasted onto the canvas are the canvas's business; a whole definition becomes a flow of its own. */
function pasted(workbench: Workbench, event: ClipboardEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('input, textarea, [contenteditable], .monaco-editor, [role="dialog"]')) return;
  const file = event.clipboardData?.files[0];
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const overCanvas = target?.closest('[data-pane="canvas"]') !== null && target !== undefined;
  if (file) void openFile(workbench, file);
  else if (isWholeFlow(text) || (!overCanvas && text.trim().includes('\n'))) void workbench.openText(text);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Has a `States` key on top, in YAML or JSON. */
export function isWholeFlow(text: string): boolean {
  if (/^\uFEFF?\s*\{/.test(text)) return /"States"\s*:/.test(text) && /"(StartAt|SpecVersion|Type)"\s*:/.test(text);
  return /^["']?States["']?[ \t]*:/m.test(text);
}
