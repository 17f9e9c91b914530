import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkbench } from '../workbench/index.ts';
import { attachEditor } from './attach.ts';
import { isFilledInPieces } from './fill-model.ts';
import { messages } from './messages.ts';
import { type CodeEditor, Editor } from './monaco.ts';
import { PlainText } from './PlainText.tsx';
import './editor.css';

const options = {
  acceptSuggestionOnEnter: 'smart',
  ariaLabel: messages.label,
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  fixedOverflowWidgets: true,
  fontSize: 13,
  glyphMargin: true,
  insertSpaces: true,
  // Line ends and blanks are the person's: nothing may be changed that was not typed.
  detectIndentation: true,
  trimAutoWhitespace: false,
  unusualLineTerminators: 'off',
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { other: true, strings: true, comments: false },
  renderLineHighlight: 'line',
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  suggest: { showWords: false },
  tabSize: 2,
  wordBasedSuggestions: 'off',
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

/** The definition as text. React Flow takes the space key unless the class `nokey` forbids it. */
export function FlowEditor() {
  const workbench = useWorkbench();
  const [opened] = useState(() => {
    const { text } = workbench.getState().document;
    return isFilledInPieces(text) ? '' : text;
  });
  const detach = useRef<() => void>(undefined);
  const mounted = useCallback(
    (editor: CodeEditor) => {
      detach.current?.();
      detach.current = attachEditor(editor, workbench);
    },
    [workbench],
  );
  useEffect(() => () => detach.current?.(), []);
  return (
    <div className="flow-editor nokey">
      <Editor
        defaultLanguage="yaml"
        defaultPath="file:///flow.fdl.yaml"
        defaultValue={opened}
        loading={<PlainText />}
        options={options}
        onMount={mounted}
      />
    </div>
  );
}
