import type { Span } from '../base/index.ts';

/**
 * A YAML or JSON value as it is written: the value, its style and its place. Spans count from the start of the frame
 * the value belongs to: that of the innermost state read on its own, or the text for everything outside of states.
 */
export type Written = WrittenScalar | WrittenMap | WrittenList;

interface WrittenBase {
  readonly span: Span;
  /** Set where the value is written as `*name`: the span above is then that of the alias itself. */
  readonly alias?: string;
  readonly anchor?: string;
}
export interface WrittenScalar extends WrittenBase {
  readonly kind: 'scalar';
  /** Read by the YAML 1.2 core schema (ruling R30). A missing value is null with an empty span. */
  readonly value: null | boolean | number | string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** As written, where the value is no text: `1.0`, `yes`, `~`. Names and expressions are read this way. */
  readonly source?: string;
}
export interface WrittenEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Written;
  /** True for an entry that came in through a merge key (`<<`). */
  readonly merged: boolean;
}
export interface WrittenMap extends WrittenBase {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  readonly entries: readonly WrittenEntry[];
}
export interface WrittenList extends WrittenBase {
  readonly kind: 'list';
  readonly style: 'block' | 'flow';
  readonly items: readonly Written[];
  /** Present where the items were read on their own, as states are: one for each, in their order. */
  readonly frames?: readonly ItemFrame[];
}
/** The text of a list item that was read on its own: places inside the item count from `from`. */
export interface ItemFrame {
  /** Beginning of the item's first line and end of its text, counted like the span of the list. */
  readonly from: number;
  readonly to: number;
  /**
   * Set where the text cannot be read now. guess: only Name and Type are known · last: everything is as it was ·
   * around: the item's own fields are as they were, the states inside of it as they are now.
   */
  readonly ghost: 'guess' | 'last' | 'around' | undefined;
}
