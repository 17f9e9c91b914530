/**
 * Keeps the open flow in the browser. A change is written at most half a second later, however fast others follow; what
 * could not be written is said once, stays said, and is tried again with the next change.
 */
import type { Core } from './core.ts';
import { type Draft, listFlows, readText, writeFlow } from './library/library.ts';
import { isLarge, loadCodec, readKey } from './library/records.ts';
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
  const { failed, recovered } = outcomes(store, needs);

  const write = (): void => {
    callOff?.();
    callOff = undefined;
    const draft = draftOf(store.getState());
    const before = written?.entry.id === draft.entry.id ? written : undefined;
    if (before && sameDraft(before, draft)) return store.setState({ saved: 'saved' });
    const stamped = { ...draft, entry: { ...draft.entry, changed: ports.now() } };
    try {
      writeFlow(ports.storage, stamped, before);
    } catch {
      return failed();
    }
    written = draft;
    if (store.getState().saved === 'failed') recovered();
    store.setState({ saved: 'saved', library: listFlows(ports.storage) });
  };
  /** Large texts wait a moment for what makes them small; a page that goes away does not. */
  const writeWithCodec = (): Promise<void> | void =>
    isLarge(store.getState().document.text) ? loadCodec().then(write, write) : write();
  const unsubscribe = store.subscribe((next, previous) => {
    const changed =
      next.document.text !== previous.document.text ||
      next.document.positions !== previous.document.positions ||
      next.settings !== previous.settings ||
      next.flow.id !== previous.flow.id;
    if (!changed) return;
    if (next.saved === 'saved') store.setState({ saved: 'saving' });
    callOff ??= ports.later(quietMs, () => void writeWithCodec());
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
