import type { Diagnostic } from '../diagnostic.ts';
import type { Flow } from '../model.ts';
import type { StateId } from '../ids.ts';

/** One reading of one text. Never throws: what can be read is in `flow`, the rest in `problems`. */
export interface Source {
  readonly text: string;
  readonly flow: Flow;
  /** sound: all readable · partial: some states stale · broken: no list of states to be found */
  readonly health: 'sound' | 'partial' | 'broken';
  /** True while the text outside of the states cannot be read; the flow's own attributes are then the last ones. */
  readonly headStale: boolean;
  /** What keeps text from being read (YAML problems); what is wrong with the flow comes from `checkFlow`. */
  readonly problems: readonly Diagnostic[];
  /** Where each top-level state's segment begins in the text. */
  readonly origins: ReadonlyMap<StateId, number>;
}
