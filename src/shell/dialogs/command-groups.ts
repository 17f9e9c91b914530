import type { CommandGroup } from '../../workbench/index.ts';

/** The order in which groups of commands are listed. */
export const commandGroups: readonly { readonly group: CommandGroup; readonly title: string }[] = [
  { group: 'run', title: 'Run' },
  { group: 'file', title: 'Flow' },
  { group: 'edit', title: 'Edit' },
  { group: 'view', title: 'View' },
];
