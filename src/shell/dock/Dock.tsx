import { Tabs } from 'radix-ui';
import { type ComponentType, Suspense } from 'react';
import { LazyCallbacks, LazyData, LazyExecution, LazyFunctions, LazyProblems, LazyTests } from '../../panels/index.ts';
import { type DockTab, dockTabs, useWorkbench, useWorkbenchState, type WorkbenchState } from '../../workbench/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { messages } from '../messages.ts';

const panels: Readonly<Record<DockTab, ComponentType>> = {
  problems: LazyProblems,
  execution: LazyExecution,
  data: LazyData,
  callbacks: LazyCallbacks,
  functions: LazyFunctions,
  tests: LazyTests,
};

/** Problems and everything about running, one tab each. */
export function Dock({ onUse }: { readonly onUse: () => void }) {
  const workbench = useWorkbench();
  const tab = useWorkbenchState((state) => state.view.tab);
  const show = (next: string): void => {
    const wanted = dockTabs.find((candidate) => candidate === next);
    if (wanted) workbench.showTab(wanted);
    onUse();
  };
  return (
    <Tabs.Root className="dock" value={tab} onValueChange={show} activationMode="automatic">
      <Tabs.List className="tabs" aria-label={messages.regions.dock}>
        {dockTabs.map((id) => (
          <Tabs.Trigger key={id} value={id} className="tab" onClick={onUse}>
            {messages.tabs[id]}
            <Count tab={id} />
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {dockTabs.map((id) => {
        const Panel = panels[id];
        return (
          <Tabs.Content key={id} value={id} className="dock-panel" tabIndex={-1}>
            <ErrorBoundary pane={messages.tabs[id]}>
              <Suspense fallback={<p className="empty">{messages.loading}</p>}>
                <Panel />
              </Suspense>
            </ErrorBoundary>
          </Tabs.Content>
        );
      })}
    </Tabs.Root>
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
