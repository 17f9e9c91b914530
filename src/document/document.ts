/**
 * A document is its text, plus where a person has placed nodes by hand. Reading, diagnostics and the last readable
 * picture are made anew from the text after every transaction; what did not change keeps its identity.
 */
import { applyChanges } from '../base/index.ts';
import { type Diagnostic, readSource, type Source } from '../fdl/index.ts';
import { remember } from './history.ts';
import type { Check, DocumentState, Positions, Transaction } from './model.ts';

const nobodyPlaced: Positions = new Map();

/** Without the rules of the language: only what keeps text from being read. */
const readingOnly: Check = (source) => source.problems;

/** A fresh document without history. Any text will do: what cannot be read becomes a diagnostic. */
export function openDocument(
  text: string,
  positions: Positions = nobodyPlaced,
  check: Check = readingOnly,
): DocumentState {
  return openSource(readSource(text), positions, check);
}

/** A fresh document of a text that has been read. */
export function openSource(
  source: Source,
  positions: Positions = nobodyPlaced,
  check: Check = readingOnly,
): DocumentState {
  return {
    revision: 0,
    text: source.text,
    source,
    lastReadable: source,
    diagnostics: check(source),
    check,
    positions,
    history: { done: [], undone: [] },
  };
}

/** The same document, checked by other rules from now on; `diagnostics` where they are known already. */
export function checkWith(
  state: DocumentState,
  check: Check,
  diagnostics: readonly Diagnostic[] = check(state.source),
): DocumentState {
  return { ...state, check, diagnostics };
}

/** The next state of the document; the given one stays as it is. */
export function applyTransaction(state: DocumentState, transaction: Transaction): DocumentState {
  const history = remember(state, transaction);
  const positions = transaction.positions ?? state.positions;
  const revision = state.revision + 1;
  if (transaction.changes.length === 0) return { ...state, revision, positions, history };
  const text = applyChanges(state.text, transaction.changes);
  const source = readSource(text, state.source);
  return {
    revision,
    text,
    source,
    lastReadable: readable(source, state.lastReadable),
    diagnostics: state.check(source),
    check: state.check,
    positions,
    history,
  };
}

/** What the canvas draws: a text that cannot be read at all leaves the picture before it in place. */
function readable(source: Source, before: Source): Source {
  return source.health === 'broken' && before.health !== 'broken' ? before : source;
}
