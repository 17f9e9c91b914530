/** What the page is made of, as plain readonly data. Views read it through selectors and change it through the verbs. */
import type { Json, JsonObject, Span } from '../base/index.ts';
import type { DocumentState, Origin, Transaction } from '../document/index.ts';
import type { FlowEdit, NodeId, Outlet, Refusal, StateId } from '../fdl/index.ts';
import type { FunctionCard, ScriptedCallback } from '../scenario/index.ts';
import type { ChecksState, CheckVerbs } from './checks/model.ts';
import type { RunState, RunVerbs } from './run/model.ts';

export type View = 'canvas' | 'editor' | 'panel';
export type DockTab = 'problems' | 'execution' | 'data' | 'callbacks' | 'functions' | 'tests';
export const dockTabs: readonly DockTab[] = ['problems', 'execution', 'data', 'callbacks', 'functions', 'tests'];
export type Theme = 'system' | 'light' | 'dark' | 'high-contrast';
export type Dialog = 'export' | 'share' | 'commands' | 'flows' | 'shared-flow' | 'shortcuts';

/** "Show this": asked by one view or by a run that moved on, obeyed by the others. A new ticket is a new request for the same thing. */
export interface Reveal {
  readonly state: StateId | undefined;
  /** In the whole text. */
  readonly span: Span | undefined;
  readonly askedBy: View | 'run';
  readonly ticket: number;
}

export type Tone = 'info' | 'success' | 'warning' | 'error';
/** A message that floats over the page. `stays` ones wait until they are read. */
export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly stays: boolean;
  readonly actions: readonly NoticeAction[];
  /** A newer notice with the same key takes the place of the older one. */
  readonly key: string | undefined;
}
export interface NoticeAction {
  readonly title: string;
  readonly run: () => void;
}

export type SavedState = 'saved' | 'saving' | 'failed';

/** A flow of the library, without its text. */
export interface FlowEntry {
  readonly id: string;
  readonly name: string;
  readonly changed: number;
}
export interface SavedInput {
  readonly name: string;
  readonly text: string;
}
/** A state to stop at, before it is entered or after it is left. */
export interface BreakpointSetting {
  readonly state: StateId;
  readonly when: 'before' | 'after';
  /** An FDL expression; absent: always. */
  readonly condition?: string;
}

/** Everything kept beside the text of one flow. */
export interface FlowSettings {
  readonly cards: readonly FunctionCard[];
  /** Reports that come by themselves: each new token of a state takes the first unused one. */
  readonly callbacks: readonly ScriptedCallback[];
  readonly breakpoints: readonly BreakpointSetting[];
  readonly breakOnError: boolean;
  readonly breakOnCallback: boolean;
  readonly input: string;
  readonly savedInputs: readonly SavedInput[];
  readonly scenarios: readonly KeptScenario[];
}
/** A scenario file kept with its flow, as text: it goes back out byte for byte. */
export interface KeptScenario {
  readonly file: string;
  readonly text: string;
}

/** How the page is set up; kept for all flows together. */
export interface Preferences {
  readonly theme: Theme;
  /** Sizes of panes by group, in percent, as the splitter gives them. */
  readonly layouts: { readonly [group: string]: { readonly [pane: string]: number } };
  readonly hintSeen: boolean;
  readonly lastFlow: string | undefined;
}

export interface ViewState {
  readonly selection: readonly StateId[];
  readonly reveal: Reveal | undefined;
  readonly tab: DockTab;
  readonly dialog: Dialog | undefined;
  /** Spoken by the live region; a new ticket is spoken again. */
  readonly announcement: { readonly text: string; readonly ticket: number };
}

export interface WorkbenchState {
  readonly flow: FlowEntry;
  readonly document: DocumentState;
  readonly settings: FlowSettings;
  readonly preferences: Preferences;
  readonly library: readonly FlowEntry[];
  readonly saved: SavedState;
  readonly view: ViewState;
  readonly run: RunState;
  readonly checks: ChecksState;
  readonly notices: readonly Notice[];
}

/** Something one part of the page wants another to do, now. Not state: nobody remembers it. */
export type Ask =
  /** Show the whole picture. */
  | { readonly type: 'fit' }
  /** Put the keyboard into the form of the selected state; with a field, into that one. */
  | { readonly type: 'focus-form'; readonly field?: string }
  | { readonly type: 'focus-canvas'; readonly state?: StateId }
  | { readonly type: 'focus-editor' }
  | { readonly type: 'focus-outline' }
  /** Let the person choose a state to go to. */
  | { readonly type: 'find-state' }
  /** Line up the selected states on the canvas. */
  | { readonly type: 'arrange'; readonly how: Arrangement }
  /** Give the dock all the room of the views above it, or give it back. */
  | { readonly type: 'maximize-dock' }
  /** Let the person choose a file. */
  | { readonly type: 'pick-file' };

export const arrangements = ['left', 'center', 'right', 'top', 'middle', 'bottom', 'across', 'down'] as const;
/** To an edge or a middle line; `across` and `down` space states out evenly. */
export type Arrangement = (typeof arrangements)[number];

export interface NewNotice {
  readonly tone: Tone;
  readonly text: string;
  readonly stays?: boolean;
  readonly actions?: readonly NoticeAction[];
  readonly key?: string;
}

/** The page without a screen: one store and its verbs. */
export interface Workbench {
  readonly getState: () => WorkbenchState;
  readonly subscribe: (listener: (next: WorkbenchState, previous: WorkbenchState) => void) => () => void;
  /**
   * Every transaction with its changes; the editor binding lives on this. Origin `open` means another document: its
   * changes are empty and its text is `after.text`.
   */
  readonly onTransaction: (listener: (transaction: Transaction, after: DocumentState) => void) => () => void;
  readonly dispatch: (transaction: Transaction) => void;
  /** Plans and applies an edit by meaning and selects what it is about. A refusal is returned, never thrown. */
  readonly edit: (edit: FlowEdit, origin: Origin, options?: EditOptions) => Result;
  /** Whether an outlet may lead to a state: the same rule while hovering and when dropping. */
  readonly canConnect: (from: NodeId, outlet: Outlet, to: StateId) => Checked;
  /** States as YAML text for the clipboard. */
  readonly copyStates: (states: readonly StateId[]) => string;
  /** Settles once edits can be planned, shortly after the first drawing. */
  readonly editable: () => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (states: readonly StateId[], askedBy: View) => void;
  /** Points at a place in the text (and at the state that is there). */
  readonly reveal: (
    place: { readonly state?: StateId | undefined; readonly span?: Span | undefined },
    askedBy: View,
  ) => void;
  /** Milliseconds now, for transactions made by views. */
  readonly now: () => number;

  readonly openText: (text: string, name?: string) => Promise<void>;
  readonly openFlow: (id: string) => Promise<void>;
  readonly newFlow: () => Promise<void>;
  readonly renameFlow: (name: string) => void;
  readonly removeFlow: (id: string) => void;
  /** The canvas says which revision it has drawn; `drawn()` settles once the present one is. */
  readonly markDrawn: (revision: number) => void;
  readonly drawn: () => Promise<void>;

  readonly setSettings: (change: Partial<FlowSettings>) => void;
  readonly setPreferences: (change: Partial<Preferences>) => void;
  readonly toggleBreakpoint: (state: StateId) => void;
  readonly showTab: (tab: DockTab) => void;
  readonly showDialog: (dialog: Dialog | undefined) => void;
  readonly notify: (notice: NewNotice) => void;
  readonly dismiss: (id: number) => void;
  readonly announce: (text: string) => void;
  readonly ask: (request: Ask) => void;
  /** Lays the flow out as if it had just been opened: edits leave things where they are, not where they would be best. */
  readonly layOutAnew: () => void;
  readonly onAsk: (listener: (request: Ask) => void) => () => void;
  /** Writes what is not yet saved at once (the page is going away). */
  readonly flush: () => void;
  /** Hands a file to the person. */
  readonly download: (file: { readonly name: string; readonly content: string; readonly mediaType: string }) => void;

  readonly run: RunVerbs;
  readonly checks: CheckVerbs;
}
export interface EditOptions {
  /** Edits with the same key in a row are one step of the history. */
  readonly joinKey?: string;
  /** Say a refusal in a notice as well. Views that show it themselves leave it out. */
  readonly notify?: boolean;
}
export type Checked = { readonly ok: true; readonly value: true } | { readonly ok: false; readonly error: Refusal };
export type Result =
  { readonly ok: true; readonly value: readonly StateId[] } | { readonly ok: false; readonly error: Refusal };
export type { Json, JsonObject };
