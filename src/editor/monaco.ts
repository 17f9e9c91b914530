/** The only file that imports Monaco. It ends up in a chunk of its own that is fetched after the picture is drawn. */
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/yaml/register';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
// Without this the loader would ask a public address for Monaco; no request may leave the origin.
loader.config({ monaco });

export { Editor } from '@monaco-editor/react';
export { monaco };
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type TextModel = monaco.editor.ITextModel;
