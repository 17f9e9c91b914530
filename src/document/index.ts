export { applyTransaction, checkWith, openDocument, openSource } from './document.ts';
export { editDocument } from './edit.ts';
export { redo, undo } from './history.ts';
export type { DocumentState, Origin, Positions, Transaction } from './model.ts';
export { carryPositions } from './positions.ts';
