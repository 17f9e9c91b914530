import type { WrittenMap } from '../written.ts';
import type { InnerCut } from './cut-inner.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segment.ts';
import type { Masked } from './stand-in.ts';

/** What a state with states inside keeps of its reading, for the next one. */
export interface Inner {
  readonly lists: readonly InnerList[];
  readonly masked: Masked;
  readonly reading: Reading;
  readonly quick: boolean;
  /** The last sound reading of what is around the lists. */
  readonly sound: Around | undefined;
}
export interface InnerList {
  readonly cut: InnerCut;
  readonly segments: readonly Segment[];
}
export interface Around {
  readonly masked: Masked;
  readonly item: WrittenMap;
}
