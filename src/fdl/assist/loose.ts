/**
 * A forgiving reading of YAML for the editor's help. It looks only at what a person looks at while typing: columns, dashes,
 * colons and brackets. It never fails, and a half-typed line costs nothing but itself. What the text *means* is decided
 * elsewhere, by `fdl/syntax`.
 */
export type Loose = LooseMap | LooseList | LooseScalar;
export interface LooseMap {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly column: number;
  readonly entries: LooseEntry[];
}
export interface LooseEntry {
  readonly key: string;
  /** Without quotes. */
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  /** False for a word that may become a key. */
  readonly hasColon: boolean;
  value: Loose | undefined;
}
export interface LooseList {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly column: number;
  readonly items: LooseItem[];
}
export interface LooseItem {
  /** False for a word in the column of the dashes. */
  readonly hasDash: boolean;
  value: Loose | undefined;
}
export interface LooseScalar {
  readonly kind: 'scalar';
  /** The raw text between `from` and `to`, without quotes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  /** Where the first character stands in its line. */
  readonly column: number;
  /** True when it is the first thing in its line or behind a dash: it may become a key. */
  readonly mayBeKey: boolean;
}
