/** Every sentence of the editor that a person reads. */
export const messages = {
  label: 'Definition as YAML. Press F1 for all editor commands, Control+M to let Tab leave the editor.',
  preview: 'Definition as YAML, read-only until the editor is loaded',
  typing: 'Typing',
  reloaded: 'The editor had lost step with the flow and shows it anew; nothing of the flow is lost.',
  cannotRename: 'Only the name of a state can be renamed here.',
  breakpoint: 'Breakpoint: the run stops before this state',
  running: (name: string) => `${name} is running`,
  waiting: (name: string) => `${name} is waiting`,
  shortened: 'The rest appears once the editor is loaded.',
} as const;
