export { FlowCanvas } from './FlowCanvas.tsx';
export { Outline } from './LazyOutline.tsx';
