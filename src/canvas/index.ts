export { FlowCanvas } from './FlowCanvas.tsx';
export { Outline } from './outline/Outline.tsx';
