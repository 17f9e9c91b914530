import type { Span } from '../base/index.ts';
import type { FlowEdit } from './edit/flow-edit.ts';
import type { StateId } from './ids.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** Something wrong or suspicious in the document. Collected, never thrown. */
export interface Diagnostic {
  /** The rule of reference section 12.3: `F01`, `C07`, … */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly state: StateId | undefined;
  /** In the whole text. */
  readonly span: Span;
  readonly fixes: readonly Fix[];
}
/** A way out: an edit by meaning, or a plain replacement of text. */
export type Fix =
  | { readonly title: string; readonly edit: FlowEdit }
  | { readonly title: string; readonly replace: Span; readonly insert: string };
