/** Bare Monaco: the editor package with YAML colours, and nothing of ours. */
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/yaml/register';

export interface MonacoFloor {
  /** Milliseconds until the text stands on the screen. */
  readonly show: (text: string) => Promise<number>;
  /** Puts the caret at the end of a line that is in view. */
  readonly caretAt: (line: number) => void;
}
declare global {
  interface Window {
    monacoFloor: MonacoFloor;
  }
}

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
let editor: monaco.editor.IStandaloneCodeEditor | undefined;
const root = document.getElementById('root');

window.monacoFloor = {
  show: async (text) => {
    editor?.getModel()?.dispose();
    editor?.dispose();
    const started = performance.now();
    if (root)
      editor = monaco.editor.create(root, {
        value: text,
        language: 'yaml',
        automaticLayout: true,
        minimap: { enabled: false },
      });
    return window.recorder.until(started, () => document.querySelector('.view-line span span') !== null);
  },
  caretAt: (line) => {
    editor?.setPosition({ lineNumber: line, column: 1e6 });
    editor?.focus();
  },
};
