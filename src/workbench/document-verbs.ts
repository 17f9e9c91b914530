/** Verbs of the document: transactions, edits by meaning, history, selection. */
import { applyTransaction, type DocumentState, type Origin, redo, type Transaction, undo } from '../document/index.ts';
import { findState, mapBreakpoints, type StateId, stateAt } from './document-parts.ts';
import { type FlowEdit, yamlReady } from '../fdl/index.ts';
import { checkInPieces, type LanguageEngine } from './check-in-pieces.ts';
import { createChannel, type Channel, type Core } from './core.ts';
import { messages } from './messages.ts';
import type { EditOptions, Result, Reveal, View, Workbench } from './model.ts';

export type TransactionChannel = Channel<[Transaction, DocumentState]>;
type Verbs = Pick<
  Workbench,
  | 'dispatch'
  | 'edit'
  | 'canConnect'
  | 'copyStates'
  | 'editable'
  | 'undo'
  | 'redo'
  | 'select'
  | 'reveal'
  | 'onTransaction'
  | 'now'
>;
type Speak = Pick<Workbench, 'notify' | 'announce'>;

export function documentVerbs({ store, ports }: Core, speak: Speak): Verbs & { readonly channel: TransactionChannel } {
  const channel = createChannel<[Transaction, DocumentState]>();
  let ticket = 0;
  const revealed = (place: Omit<Reveal, 'ticket'>): Reveal => ({ ...place, ticket: (ticket += 1) });

  const dispatch = (transaction: Transaction): void => {
    const before = store.getState();
    const document = applyTransaction(before.document, transaction);
    const selection = keptSelection(before.view.selection, document, transaction);
    store.setState({
      document,
      view: selection === before.view.selection ? before.view : { ...before.view, selection },
    });
    channel.send(transaction, document);
  };

  const select = (states: readonly StateId[], askedBy: View): void => {
    const { view } = store.getState();
    const same = states.length === view.selection.length && states.every((id, i) => id === view.selection[i]);
    if (same && view.reveal?.askedBy === askedBy) return;
    const reveal = revealed({ state: states[0], span: undefined, askedBy });
    store.setState({ view: { ...view, selection: same ? view.selection : states, reveal } });
  };

  const travel = (make: typeof undo): void => {
    const transaction = make(store.getState().document, ports.now());
    if (!transaction) return;
    dispatch(transaction);
    speak.announce(transaction.label);
  };

  return {
    channel,
    now: ports.now,
    dispatch,
    select,
    onTransaction: channel.listen,
    undo: () => travel(undo),
    redo: () => travel(redo),
    reveal: (place, askedBy) => {
      const { view, document } = store.getState();
      const state = place.state ?? (place.span && stateAt(document.source, place.span.from)?.id);
      const selection = state === undefined ? view.selection : [state];
      store.setState({ view: { ...view, selection, reveal: revealed({ state, span: place.span, askedBy }) } });
    },
    ...editingVerbs({ store, ports }, speak, { dispatch, select }),
  };
}

/** What needs the rules of the language, which are loaded right after the first drawing. */
function editingVerbs(
  { store, ports }: Core,
  speak: Speak,
  { dispatch, select }: Pick<Verbs, 'dispatch' | 'select'>,
): Pick<Verbs, 'edit' | 'canConnect' | 'copyStates' | 'editable'> {
  let ticket = 0;
  let engine: LanguageEngine | undefined;
  let loading: Promise<LanguageEngine> | undefined;
  const load = (): Promise<LanguageEngine> =>
    (loading ??= Promise.all([import('./language-engine.ts'), yamlReady()]).then(
      ([loaded]) => (engine = loaded),
      (problem: unknown) => {
        loading = undefined;
        throw problem;
      },
    ));
  const editable = async (): Promise<void> => checkInPieces({ store, ports }, await load());
  const edit = (
    language: LanguageEngine,
    wanted: FlowEdit,
    origin: Origin,
    options: EditOptions | undefined,
  ): Result => {
    const { editDocument } = language;
    /** Parts the place from the others that share its text, then does what was refused, as one step. */
    const editParted = (offer: FlowEdit): void => {
      const joined = { ...options, joinKey: `parted-${(ticket += 1)}`, notify: true };
      if (edit(language, offer, origin, joined).ok) edit(language, wanted, origin, joined);
    };
    const planned = editDocument(store.getState().document, wanted, origin, ports.now());
    if (!planned.ok) {
      const { message, offer } = planned.error;
      const actions = offer && [{ title: messages.writeOut, run: () => editParted(offer) }];
      if (options?.notify || actions) {
        speak.notify({ tone: 'warning', text: message, key: 'refusal', ...(actions && { actions, stays: true }) });
      }
      speak.announce(message);
      return planned;
    }
    const { transaction, select: wantedSelection, renamed } = planned.value;
    if (transaction.changes.length > 0) {
      dispatch(options?.joinKey === undefined ? transaction : { ...transaction, joinKey: options.joinKey });
      if (origin === 'canvas') speak.announce(transaction.label);
    }
    store.setState((state) => ({ settings: mapBreakpoints(state.settings, renamed) }));
    if (wantedSelection.length > 0) select(wantedSelection, origin === 'canvas' ? 'canvas' : 'panel');
    return { ok: true, value: wantedSelection };
  };

  return {
    edit: (wanted, origin, options) => {
      if (engine) return edit(engine, wanted, origin, options);
      // In the first moments of the page: planned as soon as it can be, a refusal is said then.
      void load().then((loaded) => edit(loaded, wanted, origin, { ...options, notify: true }));
      return { ok: true, value: [] };
    },
    canConnect: (from, outlet, to) =>
      engine?.canConnect(store.getState().document.source, from, outlet, to) ?? { ok: true, value: true },
    copyStates: (states) => engine?.copyStates(store.getState().document.source, states) ?? '',
    editable,
  };
}

/** Selected states that are gone drop out; when all are, the one at the place of the change takes over. */
function keptSelection(
  selection: readonly StateId[],
  document: DocumentState,
  transaction: Transaction,
): readonly StateId[] {
  if (selection.length === 0 || transaction.changes.length === 0) return selection;
  const flow = document.lastReadable.flow;
  const kept = selection.filter((id) => findState(flow, id));
  if (kept.length === selection.length) return selection;
  if (kept.length > 0) return kept;
  const first = transaction.changes[0];
  const at = first && document.lastReadable === document.source && stateAt(document.source, first.from);
  return at ? [at.id] : [];
}
