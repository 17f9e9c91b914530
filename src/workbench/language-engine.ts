/** The rules of the language and the planning of edits: half of its code, loaded right after the first drawing. */
export { editDocument } from '../document/index.ts';
export { canConnect, checkFlow, checkFlowInPieces, checkTopState, copyStates } from '../fdl/index.ts';
