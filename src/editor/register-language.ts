import {
  type AssistOptions,
  complete,
  type Completion,
  definitionOf,
  hover,
  isBeyondReading,
  outline,
  type OutlineItem,
  stateNamedAt,
} from '../fdl/index.ts';
import type { Workbench } from '../workbench/index.ts';
import type { EditorPosition, LineMap } from './line-map.ts';
import { messages } from './messages.ts';
import { monaco, type TextModel } from './monaco.ts';
import { seenAt } from './seen-data.ts';

type Kind = monaco.languages.CompletionItemKind;
const kinds: Readonly<Record<Completion['kind'], Kind>> = {
  key: monaco.languages.CompletionItemKind.Property,
  state: monaco.languages.CompletionItemKind.Reference,
  value: monaco.languages.CompletionItemKind.EnumMember,
  expression: monaco.languages.CompletionItemKind.Variable,
  function: monaco.languages.CompletionItemKind.Function,
  error: monaco.languages.CompletionItemKind.Constant,
  snippet: monaco.languages.CompletionItemKind.Snippet,
};

/** Completion, hover, go to definition, rename and outline for one model. Other models of the page are left alone. */
export function registerLanguage(model: TextModel, workbench: Workbench, map: () => LineMap): { dispose: () => void } {
  const source = () => workbench.getState().document.source;
  const at = (position: EditorPosition): number => map().offsetAt(position);
  const options: AssistOptions = { dataPaths: (state) => seenAt(workbench.getState().run, state) };
  const { languages } = monaco;
  /** A text too large to be read has no structure to help with. */
  const canHelp = (asked: TextModel): boolean => asked === model && !isBeyondReading(source().text);
  const registered = [
    languages.registerCompletionItemProvider('yaml', {
      triggerCharacters: ['$', '.', ' ', ':', '-', '"', "'", '['],
      provideCompletionItems: (asked, position) => {
        if (!canHelp(asked)) return { suggestions: [] };
        return { suggestions: complete(source(), at(position), options).map((c, i) => suggestion(c, i, map())) };
      },
    }),
    languages.registerHoverProvider('yaml', {
      provideHover: (asked, position) => {
        const found = canHelp(asked) ? hover(source(), at(position), options) : undefined;
        return found && { range: map().rangeOf(found.span), contents: [{ value: found.markdown }] };
      },
    }),
    languages.registerDefinitionProvider('yaml', {
      provideDefinition: (asked, position) => {
        const span = canHelp(asked) ? definitionOf(source(), at(position)) : undefined;
        return span && { uri: model.uri, range: map().rangeOf(span) };
      },
    }),
    languages.registerDocumentSymbolProvider('yaml', {
      displayName: 'FDL',
      provideDocumentSymbols: (asked) => (canHelp(asked) ? symbols(outline(source()), map()) : []),
    }),
    languages.registerRenameProvider('yaml', renaming(model, workbench, map)),
  ];
  return { dispose: () => registered.forEach((registration) => registration.dispose()) };
}

function suggestion(completion: Completion, index: number, map: LineMap): monaco.languages.CompletionItem {
  const { label, kind, insert, replace, about } = completion;
  // A key that cannot stand behind a dot takes the dot's place; Monaco compares with what it replaces.
  const filterText = insert.startsWith('[') ? `.${label}` : label;
  const item = {
    label: { label, description: firstSentence(about) },
    kind: kinds[kind],
    insertText: insert,
    filterText,
    sortText: String(index).padStart(4, '0'),
    range: map.rangeOf(replace),
    documentation: about,
  };
  const wantsMore = (kind === 'key' || kind === 'snippet') && /[:-] $/.test(insert);
  return wantsMore ? { ...item, command: { id: 'editor.action.triggerSuggest', title: '' } } : item;
}

const longestRemark = 70;

/** What the list shows beside a label; the whole text is in the details. */
function firstSentence(about: string): string {
  const sentence = /^.*?[.:;](?=\s|$)/.exec(about)?.[0] ?? about;
  return sentence.length > longestRemark ? `${sentence.slice(0, longestRemark)}…` : sentence;
}

/** Items come in the order of the text; those one level deeper belong to the one before. */
function symbols(items: readonly OutlineItem[], map: LineMap): monaco.languages.DocumentSymbol[] {
  const top: monaco.languages.DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly children: monaco.languages.DocumentSymbol[] }[] = [
    { depth: -1, children: top },
  ];
  for (const { name, type, span, nameSpan, depth } of items) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const children: monaco.languages.DocumentSymbol[] = [];
    open.at(-1)?.children.push({
      name: name === '' ? type : name,
      detail: type,
      kind: monaco.languages.SymbolKind.Function,
      tags: [],
      range: map.rangeOf(span),
      selectionRange: map.rangeOf(nameSpan),
      children,
    });
    open.push({ depth, children });
  }
  return top;
}

/** Renaming is an edit of the document like any other; Monaco is told that nothing is left for it to do. */
function renaming(model: TextModel, workbench: Workbench, map: () => LineMap): monaco.languages.RenameProvider {
  const named = (position: EditorPosition) =>
    stateNamedAt(workbench.getState().document.source, map().offsetAt(position));
  return {
    resolveRenameLocation: (asked, position) => {
      const found = asked === model ? named(position) : undefined;
      if (found) return { range: map().rangeOf(found.span), text: found.name };
      return { range: map().rangeOf({ from: 0, to: 0 }), text: '', rejectReason: messages.cannotRename };
    },
    provideRenameEdits: (asked, position, name) => {
      const found = asked === model ? named(position) : undefined;
      if (!found) return { edits: [], rejectReason: messages.cannotRename };
      const result = workbench.edit({ type: 'rename-state', state: found.state, name }, 'quick-fix');
      return result.ok ? { edits: [] } : { edits: [], rejectReason: result.error.message };
    },
  };
}
