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
  const ports = browserPorts((text) => workbench.notify({ tone: 'info', text }));
  const workbench = createWorkbench(ports);
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
  // Once the picture stands, the mocked cloud gets ready, so that the first run does not wait for it.
  void workbench.drawn().then(() => workbench.editable());
  void workbench.drawn().then(() => ports.later(600, () => void ports.mocking().catch(() => undefined)));
}
