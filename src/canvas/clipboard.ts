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

/** Copies by a menu: keys go through the browser's own copy event instead. */
export function copySelection(workbench: Workbench): void {
  const yaml = selectionAsYaml(workbench);
  if (yaml === undefined) return;
  void navigator.clipboard?.writeText(yaml);
  workbench.announce(messages.copied(workbench.getState().view.selection.length));
}

export function cutSelection(workbench: Workbench): void {
  copySelection(workbench);
  const { selection } = workbench.getState().view;
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
