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
  receipt: {
    region: 'Last change',
    words: ({ label, lines, gone }: { readonly label: string; readonly lines: number; readonly gone: number }) => {
      const parts = [lines > 0 ? counted(lines) : '', gone > 0 ? `${counted(gone)} less` : ''].filter(Boolean);
      return `${label} · ${parts.join(', ') || 'the text is as it was'}`;
    },
  },
} as const;

function counted(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}
