/** The only file that imports Monaco. It ends up in a chunk of its own that is fetched after the picture is drawn. */
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/features/register.all';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { enterRules } from './enter-rules.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
// Without this the loader would ask a public address for Monaco; no request may leave the origin.
loader.config({ monaco });

const { IndentAction } = monaco.languages;
monaco.languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'], aliases: ['YAML', 'yaml'] });
monaco.languages.setMonarchTokensProvider('yaml', language);
monaco.languages.setLanguageConfiguration('yaml', {
  ...conf,
  onEnterRules: enterRules.map(({ before, more }) => ({
    beforeText: before,
    action: { indentAction: IndentAction.None, appendText: ' '.repeat(more) },
  })),
});

export { Editor } from '@monaco-editor/react';
export { monaco };
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type TextModel = monaco.editor.ITextModel;
