import { rootScope, type ScopeId, scopeOf } from '../fdl/index.ts';
import type { Workbench } from '../workbench/index.ts';
import { messages } from './messages.ts';

/** The selected states as YAML text; `undefined` when there is nothing that can be copied. */
export function selectionAsYaml(workbench: Workbench): string | undefined {
  const { view } = workbench.getState();
  if (view.selection.length === 0) return undefined;
  const yaml = workbench.copyStates(view.selection);
  if (yaml !== '') return yaml;
  workbench.notify({ tone: 'warning', text: messages.nothingToCopy, key: 'clipboard' });
  return undefined;
}

/** Copies by a menu: keys go through the browser's own copy event instead. Whether it came to the clipboard. */
export async function copySelection(workbench: Workbench): Promise<boolean> {
  const yaml = selectionAsYaml(workbench);
  if (yaml === undefined) return false;
  try {
    await navigator.clipboard.writeText(yaml);
  } catch {
    workbench.notify({ tone: 'info', text: messages.copyByKey, key: 'clipboard' });
    return false;
  }
  workbench.announce(messages.copied(workbench.getState().view.selection.length));
  return true;
}

/** Nothing is removed that did not come to the clipboard. */
export async function cutSelection(workbench: Workbench): Promise<void> {
  const { selection } = workbench.getState().view;
  if (await copySelection(workbench))
    workbench.edit({ type: 'remove-states', states: selection }, 'canvas', { notify: true });
}

/** Pastes behind the selected state, into its scope. */
export function pasteYaml(workbench: Workbench, yaml: string, scope?: ScopeId): void {
  const after = scope === undefined ? workbench.getState().view.selection.at(-1) : undefined;
  const into = scope ?? (after === undefined ? rootScope : scopeOf(after));
  workbench.edit({ type: 'paste-states', scope: into, after, yaml }, 'canvas', { notify: true });
}

export async function pasteFromMenu(workbench: Workbench, scope: ScopeId): Promise<void> {
  try {
    pasteYaml(workbench, await navigator.clipboard.readText(), scope);
  } catch {
    workbench.notify({ tone: 'info', text: messages.pasteByKey, key: 'clipboard' });
  }
}
