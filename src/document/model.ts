import type { Changes, Point, Span } from '../base/index.ts';
import type { Diagnostic, NodeId, Source } from '../fdl/index.ts';

export type Origin = 'editor' | 'canvas' | 'inspector' | 'quick-fix' | 'history' | 'open';
/** Nodes a person has placed by hand: looks only, kept beside the text. */
export type Positions = ReadonlyMap<NodeId, Point>;

/** The one way to change a document, whoever asks. */
export interface Transaction {
  readonly changes: Changes;
  /** Present when nodes were placed by hand (the whole new map). */
  readonly positions?: Positions;
  readonly origin: Origin;
  /** Shown beside Undo: "Connect check stock → notify". */
  readonly label: string;
  /** Milliseconds; given, never read from a clock here. */
  readonly time: number;
  /** Where the caret stands afterwards. */
  readonly caret?: Span;
  /** Where it stood before: what undo goes back to. Without it, undo selects the text that comes back. */
  readonly caretBefore?: Span;
  /** Set on what `undo` and `redo` make: which way the history moves. */
  readonly travel?: 'undo' | 'redo';
  /** Edits with the same key in a row join into one step (typing in one form field). */
  readonly joinKey?: string;
}

/** Finds what is wrong with a flow. Given from outside, because a page may learn to check only after its first drawing. */
export type Check = (source: Source) => readonly Diagnostic[];

/** The text exactly as it is (line ends, BOM and all), and everything derived from it. */
export interface DocumentState {
  readonly revision: number;
  readonly text: string;
  readonly source: Source;
  /** What the canvas draws while `source` is broken. */
  readonly lastReadable: Source;
  readonly diagnostics: readonly Diagnostic[];
  readonly check: Check;
  readonly positions: Positions;
  readonly history: { readonly done: readonly Step[]; readonly undone: readonly Step[] };
}

export interface Step {
  readonly redo: Changes;
  readonly undo: Changes;
  readonly positionsBefore: Positions;
  readonly positionsAfter: Positions;
  readonly origin: Origin;
  readonly label: string;
  readonly time: number;
  readonly joinKey: string | undefined;
  readonly caretBefore: Span | undefined;
  readonly caretAfter: Span | undefined;
}
