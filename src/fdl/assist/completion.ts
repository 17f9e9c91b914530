import type { Span } from '../../base/index.ts';

/** One thing that can be written at the caret: `insert` takes the place of `replace`, `about` is for people. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'state' | 'value' | 'expression' | 'function' | 'error' | 'snippet';
  readonly insert: string;
  readonly replace: Span;
  readonly about: string;
}
