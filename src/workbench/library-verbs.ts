/** Verbs of the library: opening, naming, keeping. What is on the screen is written within half a second of a change. */
import { type DocumentState, openDocument, type Positions, type Transaction } from '../document/index.ts';
import { isYamlReady, yamlReady } from '../fdl/index.ts';
import type { Core } from './core.ts';
import type { TransactionChannel } from './document-verbs.ts';
import { isLengthy } from './lengthy.ts';
import { firstFlow } from './library/first-flow.ts';
import { type KeptFlow, listFlows, prepareFlow, readFlow, removeFlow } from './library/library.ts';
import { emptySettings } from './library/records.ts';
import { messages } from './messages.ts';
import type { FlowEntry, FlowSettings, Workbench } from './model.ts';

type Verbs = Pick<Workbench, 'openText' | 'openFlow' | 'newFlow' | 'renameFlow' | 'removeFlow'> & {
  /** Shows the open flow as another tab has kept it; what is on the screen is given up. */
  readonly takeOver: () => Promise<void>;
};
type Needs = Pick<Workbench, 'setPreferences' | 'notify' | 'dismiss' | 'drawn' | 'editable' | 'flush' | 'announce'> & {
  readonly channel: TransactionChannel;
  /** Ends the run on the screen: it belongs to the flow that is left. */
  readonly forgetRun: () => void;
};
interface Opening {
  readonly entry: FlowEntry;
  readonly text: string;
  readonly positions?: Positions;
  readonly settings?: FlowSettings;
}

const pictureFirstMs = 600;

/** What a new flow begins with: one state, so that there is something to see and to append to. */
const newFlowText = `Type: StateMachine
SpecVersion: v1
Name: new-flow
StartAt: Start
States:
- Type: Pass
  Name: Start
  End: true
`;

export function libraryVerbs({ store, ports }: Core, needs: Needs): Verbs {
  const show = opener({ store, ports }, needs);
  const create = (text: string, wanted: string | undefined, settings?: FlowSettings): Promise<void> => {
    const name = wanted?.trim() || nameIn(text) || messages.untitled;
    const entry = { id: ports.newId(), name, changed: ports.now() };
    needs.flush();
    return show({ entry, text, ...(settings && { settings }) });
  };

  const openKept = async (id: string): Promise<void> => {
    await prepareFlow(ports.storage, id);
    const kept = readFlow(ports.storage, id);
    if (!kept) return needs.notify({ tone: 'error', text: messages.cannotOpen, stays: true });
    await show(kept);
    if (kept.damaged) needs.notify({ tone: 'warning', text: messages.unreadableRecord(kept.entry.name), stays: true });
  };

  return {
    takeOver: () => openKept(store.getState().flow.id),
    openText: (text, name) => create(text, name),
    newFlow: () => create(newFlowText, messages.untitled),
    openFlow: (id) => {
      needs.flush();
      return openKept(id);
    },
    renameFlow: (name) => {
      const trimmed = name.trim();
      if (trimmed === '') return;
      store.setState((state) => ({ flow: { ...state.flow, name: trimmed, changed: ports.now() } }));
      needs.flush();
      store.setState({ library: listFlows(ports.storage) });
    },
    removeFlow: (id) => {
      if (id === store.getState().flow.id) return;
      const entry = listFlows(ports.storage).find((listed) => listed.id === id);
      const putBack = removeFlow(ports.storage, id);
      store.setState({ library: listFlows(ports.storage) });
      if (!entry) return;
      const undo = (): void => {
        try {
          putBack();
        } catch {
          needs.notify({ tone: 'error', text: messages.cannotPutBack(entry.name), stays: true });
        }
        store.setState({ library: listFlows(ports.storage) });
      };
      const actions = [{ title: messages.putBack, run: undo }];
      needs.notify({ tone: 'info', text: messages.removed(entry.name), stays: true, actions, key: `removed ${id}` });
    },
  };
}

/**
 * Puts a flow on the screen: settles when it is drawn and can be edited, or when another one has been opened meanwhile.
 * Until a lengthy one is ready the last flow stays, and can be edited.
 */
function opener(core: Core, needs: Needs): (opening: Opening) => Promise<void> {
  const { store, ports } = core;
  let latest: Opening | undefined;
  const ready = async (opening: Opening): Promise<DocumentState | undefined> => {
    const { openInPieces } = await import('./open-in-pieces.ts');
    const document = await openInPieces(core, needs, opening, () => latest === opening);
    // What was typed into the last flow while this one was made ready.
    if (document) needs.flush();
    return document;
  };
  return async (opening: Opening): Promise<void> => {
    latest = opening;
    const { entry, text, positions, settings } = opening;
    if (!isYamlReady()) await yamlReady();
    if (latest !== opening) return;
    const document = isLengthy(text) ? await ready(opening) : openDocument(text, positions);
    if (!document) return;
    needs.forgetRun();
    const { view } = store.getState();
    // A revision nobody has drawn yet, also when another flow was at the same one.
    const revision = store.getState().document.revision + 1;
    const opened = { ...document, revision };
    store.setState({
      flow: entry,
      document: opened,
      settings: settings ?? emptySettings,
      view: { ...view, selection: [], reveal: undefined },
    });
    const transaction: Transaction = { changes: [], origin: 'open', label: entry.name, time: ports.now() };
    needs.channel.send(transaction, opened);
    needs.setPreferences({ lastFlow: entry.id });
    ports.peers.post({ kind: 'opened', flow: entry.id });
    needs.announce(messages.opened(entry.name));
    const drawn = needs.drawn();
    // The picture comes before the checks, but a canvas that is folded away does not keep them waiting.
    await Promise.race([drawn, new Promise<void>((done) => ports.later(pictureFirstMs, done))]);
    // A task of its own, behind what else has waited for the picture: the rest of it, then the text.
    await new Promise<void>((done) => ports.later(0, done));
    await needs.editable();
    await drawn;
  };
}

/** What to begin with: the flow of last time, else the latest one, else an example. */
export function initialFlow(core: Core['ports'], lastFlow: string | undefined): KeptFlow {
  const library = listFlows(core.storage);
  for (const id of [lastFlow, ...library.map((entry) => entry.id)]) {
    const kept = id === undefined ? undefined : readFlow(core.storage, id);
    if (kept) return kept;
  }
  const entry = { id: core.newId(), name: firstFlow.name, changed: core.now() };
  const settings = { ...emptySettings, input: firstFlow.input, cards: firstFlow.cards };
  return { entry, text: firstFlow.text, positions: new Map(), settings, damaged: false };
}

/** The name a definition gives itself, found without reading all of it. */
function nameIn(text: string): string | undefined {
  const found = /^(?:"Name"|Name)[ \t]*:[ \t]*(["']?)([^"'#\r\n]{1,80}?)\1[ \t]*(?:#.*)?\r?$/m.exec(
    text.slice(0, 20_000),
  );
  return found?.[2]?.trim();
}
