export { LazyFlowEditor } from './LazyFlowEditor.tsx';
