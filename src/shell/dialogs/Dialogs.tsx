import { type ComponentType, lazy, Suspense } from 'react';
import { type Dialog, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { messages } from '../messages.ts';

const dialogs: Readonly<Record<Dialog, ComponentType>> = {
  export: lazy(() => import('./ExportDialog.tsx').then((module) => ({ default: module.ExportDialog }))),
  share: lazy(() => import('./ShareDialog.tsx').then((module) => ({ default: module.ShareDialog }))),
  commands: lazy(() => import('./CommandPalette.tsx').then((module) => ({ default: module.CommandPalette }))),
  flows: lazy(() => import('./FlowsDialog.tsx').then((module) => ({ default: module.FlowsDialog }))),
  'shared-flow': lazy(() => import('./SharedFlowDialog.tsx').then((m) => ({ default: m.SharedFlowDialog }))),
  shortcuts: lazy(() => import('./ShortcutsDialog.tsx').then((module) => ({ default: module.ShortcutsDialog }))),
};

/** The open dialog, loaded when it is first wanted. */
export function Dialogs() {
  const workbench = useWorkbench();
  const dialog = useWorkbenchState((state) => state.view.dialog);
  if (dialog === undefined) return null;
  const Shown = dialogs[dialog];
  return (
    <ErrorBoundary key={dialog} pane={messages.dialogNames[dialog]} close={() => workbench.showDialog(undefined)}>
      <Suspense fallback={null}>
        <Shown />
      </Suspense>
    </ErrorBoundary>
  );
}
