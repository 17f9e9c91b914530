/** The workbench: one store, and the verbs that change it. No screen, no browser: everything outside comes as ports. */
import { createStore } from 'zustand/vanilla';
import { type DocumentState, openDocument } from '../document/index.ts';
import { yamlReady } from '../fdl/index.ts';
import { draftOf, keepSaved } from './autosave.ts';
import { createChecks } from './checks/checks.ts';
import { noChecks } from './checks/model.ts';
import { documentVerbs } from './document-verbs.ts';
import { createDrawing } from './drawing.ts';
import { inPieces } from './in-pieces.ts';
import { initialFlow, libraryVerbs } from './library-verbs.ts';
import { firstFlow } from './library/first-flow.ts';
import { type KeptFlow, listFlows, prepareFlow } from './library/library.ts';
import { readPreferences } from './library/preferences.ts';
import { isLengthy } from './lengthy.ts';
import { messages } from './messages.ts';
import type { FlowSettings, Preferences, Workbench, WorkbenchState } from './model.ts';
import { pageVerbs } from './page-verbs.ts';
import { placeInPieces } from './place-in-pieces.ts';
import type { Ports } from './ports.ts';
import { createRunController } from './run/controller.ts';
import { noRun } from './run/no-run.ts';

/** What a page begins with: the flow of last time, or the example, read and where that takes long laid out. */
export interface Beginning {
  readonly kept: KeptFlow;
  readonly document: DocumentState;
}

const beginAtOnce = (ports: Ports): Beginning => {
  const kept = initialFlow(ports, readPreferences(ports.storage).lastFlow);
  return { kept, document: openDocument(kept.text, kept.positions) };
};

/** What has to be there before `createWorkbench` can show the flow of last time; settles at once nearly always. */
export async function prepareWorkbench(ports: Ports): Promise<Beginning> {
  const { lastFlow } = readPreferences(ports.storage);
  if (lastFlow !== undefined) await prepareFlow(ports.storage, lastFlow);
  const kept = initialFlow(ports, lastFlow);
  // The example is plain enough to be read without it; of a text that somebody wrote nobody knows.
  if (kept.text !== firstFlow.text) await yamlReady();
  if (!isLengthy(kept.text)) return { kept, document: openDocument(kept.text, kept.positions) };
  const { readyInPieces } = await import('./open-in-pieces.ts');
  const document = await inPieces(readyInPieces(kept.text, kept.positions), ports, () => true);
  return { kept, document: document ?? openDocument(kept.text, kept.positions) };
}

/** Opens the flow of last time, or the example on a first visit. `stop` ends its timers and listeners. */
export function createWorkbench(
  ports: Ports,
  beginning: Beginning = beginAtOnce(ports),
): Workbench & { readonly stop: () => void } {
  const preferences = readPreferences(ports.storage);
  const { kept } = beginning;
  const store = createStore<WorkbenchState>(() => initialState(ports, preferences, beginning));
  const core = { store, ports };

  const page = pageVerbs(core);
  const documents = documentVerbs(core, page);
  const drawing = createDrawing(core);
  const run = createRunController(core, { ...page, editable: documents.editable });
  const { stop: stopChecks, ...checks } = createChecks(core, { ...page, ...documents });
  const setSettings = (change: Partial<FlowSettings>): void =>
    store.setState((state) => ({ settings: { ...state.settings, ...change } }));
  const { download } = ports;

  const autosave = keepSaved(
    core,
    { ...page, download, takeOver: () => void library.takeOver() },
    kept.damaged ? undefined : draftOf(store.getState()),
  );
  const { channel, ...documentFace } = documents;
  const library = libraryVerbs(core, {
    ...page,
    channel,
    drawn: drawing.drawn,
    editable: documents.editable,
    flush: autosave.flush,
    forgetRun: run.forget,
  });
  const stopPlacing = placeInPieces(core);
  const stopPeers = greetPeers(core, page.notify);

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    ...page,
    ...documentFace,
    ...library,
    ...drawing,
    setSettings,
    toggleBreakpoint: (state) => {
      const { breakpoints } = store.getState().settings;
      const others = breakpoints.filter((point) => point.state !== state);
      setSettings({
        breakpoints: others.length < breakpoints.length ? others : [...others, { state, when: 'before' }],
      });
    },
    flush: autosave.flush,
    download,
    run: run.verbs,
    checks,
    stop: () => {
      autosave.stop();
      stopPeers();
      stopPlacing();
      stopChecks();
      run.stop();
    },
  };
}

function initialState(ports: Ports, preferences: Preferences, { kept, document }: Beginning): WorkbenchState {
  return {
    flow: kept.entry,
    document,
    settings: kept.settings,
    preferences,
    library: listFlows(ports.storage),
    saved: 'saved',
    view: {
      selection: [],
      reveal: undefined,
      tab: 'execution',
      dialog: undefined,
      announcement: { text: '', ticket: 0 },
    },
    run: noRun('instant'),
    checks: noChecks,
    notices: [],
  };
}

/** Tabs that show the same flow tell each other, so that nobody is surprised by whose change wins. */
function greetPeers(
  { store, ports }: { store: { getState: () => WorkbenchState }; ports: Ports },
  notify: Workbench['notify'],
): () => void {
  const stop = ports.peers.onMessage(({ kind, flow }) => {
    const mine = store.getState().flow;
    if (flow !== mine.id) return;
    if (kind === 'opened') ports.peers.post({ kind: 'also-open', flow });
    notify({ tone: 'info', text: messages.openElsewhere(mine.name), stays: true, key: 'open-elsewhere' });
  });
  ports.peers.post({ kind: 'opened', flow: store.getState().flow.id });
  return stop;
}
