/** `window.fdlStudio`: the page for programs that embed or drive it (product contract, section 7). In every build. */
import { allStates, ownerOf, type ScopeId, scopeOf, type StateId, unescapeName } from '../fdl/index.ts';
import { version } from '../../package.json';
import type { Workbench } from '../workbench/index.ts';

export interface FdlStudio {
  /** Opens a text as a new flow; settles once it is drawn. */
  readonly open: (text: string, name?: string) => Promise<void>;
  /** The exact text of the open flow. */
  readonly text: () => string;
  /** Selects a state by name, the first in the text; `scope` is a path such as `Fan out/Branch0`. */
  readonly select: (name: string, scope?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Settles once the first flow is drawn. */
  readonly ready: Promise<void>;
  readonly version: string;
}
declare global {
  interface Window {
    fdlStudio: FdlStudio;
  }
}

/** There from the first moment; what needs the flow waits until the workbench has been built. */
export function installStudio(starting: Promise<Workbench>): void {
  let workbench: Workbench | undefined;
  const ready = starting.then(async (built) => {
    workbench = built;
    await built.drawn();
    await built.editable();
  });
  window.fdlStudio = {
    open: async (text, name) => {
      const built = await starting;
      await built.openText(String(text), name === undefined ? undefined : String(name));
      await built.editable();
    },
    text: () => workbench?.getState().document.text ?? '',
    select: (name, scope) => {
      const found = workbench && findByName(workbench, name, scope);
      if (found !== undefined) workbench?.select([found], 'panel');
      return found !== undefined;
    },
    undo: () => workbench?.undo(),
    redo: () => workbench?.redo(),
    ready,
    version,
  };
}

function findByName(workbench: Workbench, name: string, scope: string | undefined): StateId | undefined {
  const { flow } = workbench.getState().document.lastReadable;
  const named = allStates(flow).filter((state) => state.name.value === name);
  if (scope === undefined) return named[0]?.id;
  const wanted = scope.replace(/^\/|\/$/g, '');
  return named.find(({ id }) => scopeOf(id) === wanted || nameOfOwner(scopeOf(id)) === wanted)?.id;
}
/** The plain name of the state a scope belongs to: a shorter way to say where. */
function nameOfOwner(scope: ScopeId): string | undefined {
  const owner = ownerOf(scope);
  return owner === undefined ? undefined : unescapeName(owner.slice(owner.lastIndexOf('/') + 1));
}
