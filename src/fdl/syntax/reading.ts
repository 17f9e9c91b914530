import type { Span } from '../../base/index.ts';
import type { Written } from '../written.ts';

/** Something that keeps a piece of text from being read. Places count from the start of that piece. */
export interface ReadProblem {
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly { readonly title: string; readonly replace: Span; readonly insert: string }[];
}

/** A piece of text as a positioned value. */
export interface Reading {
  /** `undefined` where nothing is written. */
  readonly value: Written | undefined;
  /** True when the value cannot be trusted: the text is no YAML. Duplicate keys alone do not make it so. */
  readonly broken: boolean;
  readonly problems: readonly ReadProblem[];
  /** An alias without its anchor: the piece can only be understood together with the rest of the text. */
  readonly needsMore: boolean;
}
