/** Sentences of the document layer. A second language is a second file of this shape. */
export const messages = {
  undone: (label: string) => `Undid: ${label}`,
  redone: (label: string) => `Did again: ${label}`,
  typing: 'Typing',
};
