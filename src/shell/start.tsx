/** Builds the ports, the workbench and the page; the one place that knows all of it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkbench, WorkbenchContext } from '../workbench/index.ts';
import { App } from './App.tsx';
import { browserPorts } from './browser/ports.ts';
import { openLink } from './share.ts';
import { installStudio } from './studio.ts';
import { followTheme } from './theme.ts';
import './theme.css';
import './base.css';
import './shell.css';

export function startStudio(root: HTMLElement): void {
  const workbench = createWorkbench(browserPorts());
  followTheme(workbench);
  installStudio(workbench);
  createRoot(root).render(
    <StrictMode>
      <WorkbenchContext value={workbench}>
        <App />
      </WorkbenchContext>
    </StrictMode>,
  );
  window.addEventListener('pagehide', () => workbench.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') workbench.flush();
  });
  openLink(workbench);
  window.addEventListener('hashchange', () => openLink(workbench));
}
