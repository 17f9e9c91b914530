/** What plans edits: a fifth of the language's code, so it comes right after the first drawing instead of before it. */
export { editDocument } from '../document/index.ts';
export { canConnect, copyStates } from '../fdl/index.ts';
