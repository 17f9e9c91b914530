export { LazyFlowEditor } from './LazyFlowEditor.tsx';
export { ReceiptLine } from './ReceiptLine.tsx';
