/** Builds the ports, the workbench and the page; the one place that knows all of it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkbench, type Ports, prepareWorkbench, type Workbench, WorkbenchContext } from '../workbench/index.ts';
import { App } from './App.tsx';
import { browserPorts } from './browser/ports.ts';
import { showFailedStart } from './failed-start.ts';
import { linkMark } from './link.ts';
import { tellOfMissingParts, watchParts } from './missing-part.ts';
import { installStudio } from './studio.ts';
import { followTheme } from './theme.ts';
import './theme.css';
import './base.css';
import './shell.css';
import './forced-colors.css';

export function startStudio(root: HTMLElement): void {
  watchParts();
  const ports = browserPorts((text) => void starting.then((built) => built.notify({ tone: 'info', text })));
  const starting = prepareWorkbench(ports).then((beginning) => createWorkbench(ports, beginning));
  installStudio(starting);
  starting
    .then((workbench) => showPage(root, workbench, ports))
    .catch((problem: unknown) => {
      showFailedStart(root, problem);
      throw problem;
    });
}

function showPage(root: HTMLElement, workbench: Workbench, ports: Ports): void {
  followTheme(workbench);
  tellOfMissingParts(workbench);
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
  followLinks(workbench);
  // Once the picture stands: what edits need, then the mocked cloud, so that the first run does not wait for it.
  void workbench.drawn().then(() => {
    void workbench.editable();
    ports.later(600, () => void ports.mocking().catch(() => undefined));
  });
}

/** A flow in the address is shown for a look, now or when the address changes. */
function followLinks(workbench: Workbench): void {
  const look = (): void => {
    if (window.location.hash.startsWith(linkMark))
      void import('./share.ts').then(({ openLink }) => openLink(workbench));
  };
  window.addEventListener('hashchange', look);
  look();
}
