import { contains } from '../base/index.ts';
import type { Diagnostic, Fix, Severity } from '../fdl/index.ts';
import type { Workbench } from '../workbench/index.ts';
import type { LineMap } from './line-map.ts';
import { type CodeEditor, monaco, type TextModel } from './monaco.ts';

const owner = 'fdl';
const mostMarkers = 500;
const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
};

/** Shows what is wrong under the text it is about. */
export function showMarkers(model: TextModel, diagnostics: readonly Diagnostic[], map: LineMap): void {
  const markers = diagnostics.slice(0, mostMarkers).map(({ code, severity, message, span }) => ({
    ...map.rangeOf(visible(span, map.text.length)),
    severity: severities[severity],
    message,
    code,
  }));
  monaco.editor.setModelMarkers(model, owner, markers);
}

/** A place without width would not show. */
function visible({ from, to }: Diagnostic['span'], length: number): Diagnostic['span'] {
  if (to > from) return { from, to };
  return from < length ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from };
}

/** Offers the fixes of the problems under the caret. */
export function offerFixes(
  editor: CodeEditor,
  model: TextModel,
  workbench: Workbench,
  map: () => LineMap,
): { dispose: () => void } {
  const command = editor.addCommand(0, (_accessor: unknown, fix: Fix) => applyFix(fix, workbench)) ?? '';
  return monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions: (asked, range) => {
      if (asked !== model) return { actions: [], dispose: () => undefined };
      const span = map().spanOf(range);
      const { diagnostics } = workbench.getState().document;
      const near = diagnostics.filter(({ span: at }) => contains(at, span.from) || contains(at, span.to));
      const actions = near.flatMap(({ fixes }) =>
        fixes.map((fix, i) => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: i === 0,
          command: { id: command, title: fix.title, arguments: [fix] },
        })),
      );
      return { actions, dispose: () => undefined };
    },
  });
}

function applyFix(fix: Fix, workbench: Workbench): void {
  if ('edit' in fix) workbench.edit(fix.edit, 'quick-fix', { notify: true });
  else {
    const changes = [{ ...fix.replace, insert: fix.insert }];
    workbench.dispatch({ changes, origin: 'quick-fix', label: fix.title, time: workbench.now() });
  }
}
