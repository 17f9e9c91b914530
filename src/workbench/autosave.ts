/**
 * Keeps the open flow in the browser. A change is written at most half a second later, however fast others follow; what
 * could not be written is said once, stays said, and is tried again with the next change.
 */
import type { Core } from './core.ts';
import { inPieces } from './in-pieces.ts';
import { type Draft, listFlows, readText, writeFlow } from './library/library.ts';
import { isLarge, loadCodec, packInPieces, readKey } from './library/records.ts';
import { messages } from './messages.ts';
import type { Workbench, WorkbenchState } from './model.ts';

const quietMs = 400;
type Needs = Pick<Workbench, 'notify' | 'dismiss' | 'download'> & {
  /** Shows the open flow as another tab has kept it. */
  readonly takeOver: () => void;
};

export interface Autosave {
  readonly flush: () => void;
  readonly stop: () => void;
}

export function keepSaved({ store, ports }: Core, needs: Needs, initial: Draft | undefined): Autosave {
  let written = initial;
  let callOff: (() => void) | undefined;
  /** The draft that is made small right now. */
  let packing: Draft | undefined;
  const { failed, recovered } = outcomes(store, needs);

  const keep = (draft: Draft, packed?: string): void => {
    const before = written?.entry.id === draft.entry.id ? written : undefined;
    if (before && sameDraft(before, draft)) return store.setState({ saved: 'saved' });
    const stamped = { ...draft, entry: { ...draft.entry, changed: ports.now() } };
    try {
      writeFlow(ports.storage, stamped, before, packed);
    } catch {
      return failed();
    }
    written = draft;
    if (store.getState().saved === 'failed') recovered();
    const saved = sameDraft(draft, draftOf(store.getState())) ? 'saved' : 'saving';
    store.setState({ saved, library: listFlows(ports.storage) });
  };
  const write = (): void => {
    callOff?.();
    callOff = undefined;
    packing = undefined;
    keep(draftOf(store.getState()));
  };
  /**
   * A large text is made small while the page goes on answering, and waits a moment for what does that. A page that goes
   * away does not: it writes at once. What is typed meanwhile has its own turn.
   */
  const writeInPieces = async (): Promise<void> => {
    await loadCodec();
    const draft = draftOf(store.getState());
    packing = draft;
    const packed = await inPieces(packInPieces(draft.text), ports, () => packing === draft);
    if (packing !== draft) return;
    packing = undefined;
    callOff = undefined;
    if (packed !== undefined) keep(draft, packed);
    if (!sameDraft(draft, draftOf(store.getState()))) soon();
  };
  const writeSoon = (): void => {
    if (isLarge(store.getState().document.text)) void writeInPieces().catch(write);
    else write();
  };
  const soon = (): void => {
    callOff ??= ports.later(quietMs, writeSoon);
  };
  const unsubscribe = store.subscribe((next, previous) => {
    const changed =
      next.document.text !== previous.document.text ||
      next.document.positions !== previous.document.positions ||
      next.settings !== previous.settings ||
      next.flow.id !== previous.flow.id;
    if (!changed) return;
    if (next.saved === 'saved') store.setState({ saved: 'saving' });
    soon();
  });
  const stopListening = listenToOthers({ store, ports }, needs, {
    isWritten: (text) => text === written?.text,
    force: () => {
      written = undefined;
      write();
    },
  });
  return {
    flush: write,
    stop: () => {
      callOff?.();
      unsubscribe();
      stopListening();
    },
  };
}

/** What is said when keeping fails, once, and when it works again. */
function outcomes(store: Core['store'], needs: Needs): { readonly failed: () => void; readonly recovered: () => void } {
  const failed = (): void => {
    if (store.getState().saved === 'failed') return;
    store.setState({ saved: 'failed' });
    const download = (): void => needs.download(workFile(store.getState()));
    const actions = [{ title: messages.downloadWork, run: download }];
    needs.notify({ tone: 'error', text: messages.saveFailed, stays: true, key: 'save-failed', actions });
  };
  const recovered = (): void => {
    store
      .getState()
      .notices.filter((notice) => notice.key === 'save-failed')
      .forEach((n) => needs.dismiss(n.id));
    needs.notify({ tone: 'success', text: messages.savedAgain });
  };
  return { failed, recovered };
}

interface Keeping {
  readonly isWritten: (text: string) => boolean;
  readonly force: () => void;
}

/** Another tab wrote the flow that is open here: say so, and let the person choose. */
function listenToOthers({ store, ports }: Core, needs: Needs, keeping: Keeping): () => void {
  return ports.storage.onChange((key) => {
    const changed = readKey(key);
    const { flow, document } = store.getState();
    if (!changed) return;
    if (changed.part === 'meta') store.setState({ library: listFlows(ports.storage) });
    if (changed.id !== flow.id || changed.part !== 'text') return;
    const text = readText(ports.storage, flow.id);
    if (text === undefined || text === document.text || keeping.isWritten(text)) return;
    needs.notify({
      tone: 'warning',
      text: messages.changedElsewhere(flow.name),
      stays: true,
      key: 'changed-elsewhere',
      actions: [
        { title: messages.takeOver, run: needs.takeOver },
        { title: messages.keepMine, run: keeping.force },
      ],
    });
  });
}

export function draftOf(state: WorkbenchState): Draft {
  const { flow, document, settings } = state;
  return { entry: flow, text: document.text, aside: { positions: document.positions, settings } };
}
function sameDraft(a: Draft, b: Draft): boolean {
  const aside = a.aside.positions === b.aside.positions && a.aside.settings === b.aside.settings;
  return aside && a.text === b.text && a.entry.name === b.entry.name;
}

function workFile(state: WorkbenchState): { name: string; content: string; mediaType: string } {
  return { name: `${fileName(state.flow.name)}.fdl.yaml`, content: state.document.text, mediaType: 'application/yaml' };
}
/** A name any file system takes. */
export function fileName(name: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^[.\s-]+|[.\s-]+$/g, '');
  return safe.slice(0, 100) || 'flow';
}
