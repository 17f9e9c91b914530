import { type ComponentType, lazy, Suspense } from 'react';
import { LazyCallbacks, LazyData, LazyExecution, LazyFunctions, LazyProblems, LazyTests } from '../../panels/index.ts';
import { type DockTab, dockTabs, useWorkbench, useWorkbenchState, type WorkbenchState } from '../../workbench/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { messages } from '../messages.ts';
import { Tabs } from '../Tabs.tsx';

const panels: Readonly<Record<DockTab, ComponentType>> = {
  problems: LazyProblems,
  execution: LazyExecution,
  data: LazyData,
  callbacks: LazyCallbacks,
  functions: LazyFunctions,
  tests: LazyTests,
};

const tabs = dockTabs.map((id) => ({
  id,
  title: messages.tabs[id],
  badge: <Count tab={id} />,
  render: () => <DockPanel tab={id} />,
}));

/** The page is whole without it. */
const DockSize = lazy(() =>
  import('./DockSize.tsx').then(
    (module): { default: ComponentType } => ({ default: module.DockSize }),
    (): { default: ComponentType } => ({ default: () => null }),
  ),
);

/** Problems and everything about running, one tab each. */
export function Dock() {
  const workbench = useWorkbench();
  const shown = useWorkbenchState((state) => state.view.tab);
  return (
    <Tabs
      name={messages.regions.dock}
      tabs={tabs}
      shown={shown}
      show={workbench.showTab}
      className="dock"
      panelClass="dock-panel"
      extra={
        <Suspense>
          <DockSize />
        </Suspense>
      }
    />
  );
}

function DockPanel({ tab }: { readonly tab: DockTab }) {
  const Panel = panels[tab];
  return (
    <ErrorBoundary pane={messages.tabs[tab]}>
      <Suspense fallback={<p className="empty">{messages.loading}</p>}>
        <Panel />
      </Suspense>
    </ErrorBoundary>
  );
}

const counts: Partial<Record<DockTab, (state: WorkbenchState) => number>> = {
  problems: (state) => state.document.diagnostics.filter(({ severity }) => severity !== 'hint').length,
  callbacks: (state) => state.run.waiting.filter(({ token }) => token !== undefined).length,
};
const nothing = (): number => 0;

/** For the eye only: the tab's name stays the same for programs and screen readers. */
function Count({ tab }: { readonly tab: DockTab }) {
  const count = useWorkbenchState(counts[tab] ?? nothing);
  const grave = useWorkbenchState((state) => tab === 'problems' && state.document.diagnostics.some(isError));
  if (count === 0) return null;
  return (
    <span aria-hidden className={`tag ${grave ? 'error' : 'warning'}`}>
      {count}
    </span>
  );
}
const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';
