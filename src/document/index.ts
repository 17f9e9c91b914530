export { applyTransaction, checkWith, openDocument } from './document.ts';
export { editDocument, type PlannedTransaction } from './edit.ts';
export { redo, undo } from './history.ts';
export type { Check, DocumentState, Origin, Positions, Step, Transaction } from './model.ts';
export { carryPositions } from './positions.ts';
