import type { KeptScenario, Workbench } from '../../workbench/index.ts';

/** Keeps scenario files with the flow; one of the same name takes the place of the older one. */
export function keepScenarios(workbench: Workbench, added: readonly KeptScenario[]): void {
  const files = new Set(added.map(({ file }) => file));
  const others = workbench.getState().settings.scenarios.filter(({ file }) => !files.has(file));
  workbench.setSettings({ scenarios: [...others, ...added] });
}

export function removeScenario(workbench: Workbench, file: string): void {
  workbench.setSettings({ scenarios: workbench.getState().settings.scenarios.filter((other) => other.file !== file) });
}
