import type { Workbench, WorkbenchState } from './model.ts';

export type CommandGroup = 'file' | 'edit' | 'view' | 'run';

/** Something a person can have done from the bar, the palette or by a key. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** `Mod` is Ctrl, or Command on a Mac; the last part is a `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  readonly enabled: (state: WorkbenchState) => boolean;
  readonly run: (workbench: Workbench) => void;
}
