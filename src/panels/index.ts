import { lazyPanel } from './common/lazy-panel.ts';

export { Palette } from './palette/Palette.tsx';
export { type Example, listExamples, openExample } from './palette/examples.ts';

/** Everything but the palette comes after the first drawing. */
export const LazyInspector = lazyPanel(() => import('./inspector/Inspector.tsx').then((m) => m.Inspector));
export const LazyProblems = lazyPanel(() => import('./problems/Problems.tsx').then((m) => m.Problems));
export const LazyExecution = lazyPanel(() => import('./execution/Execution.tsx').then((m) => m.Execution));
export const LazyData = lazyPanel(() => import('./data/DataView.tsx').then((m) => m.DataView));
export const LazyCallbacks = lazyPanel(() => import('./callbacks/Callbacks.tsx').then((m) => m.Callbacks));
export const LazyFunctions = lazyPanel(() => import('./functions/Functions.tsx').then((m) => m.Functions));
export const LazyTests = lazyPanel(() => import('./tests/Tests.tsx').then((m) => m.Tests));
