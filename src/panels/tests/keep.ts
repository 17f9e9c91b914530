import type { KeptScenario, Workbench } from '../../workbench/index.ts';
import { mostInFile } from '../common/box-limit.ts';
import { messages } from '../run-messages.ts';

/** Keeps scenario files with the flow; one of the same name takes the place of the older one. */
export function keepScenarios(workbench: Workbench, added: readonly KeptScenario[]): void {
  const files = new Set(added.map(({ file }) => file));
  const others = workbench.getState().settings.scenarios.filter(({ file }) => !files.has(file));
  workbench.setSettings({ scenarios: [...others, ...added] });
}

export function removeScenario(workbench: Workbench, file: string): void {
  workbench.setSettings({ scenarios: workbench.getState().settings.scenarios.filter((other) => other.file !== file) });
}

/** Keeps files a person chose; one that is far too large is said and left out, and not even read. */
export async function keepFiles(workbench: Workbench, files: readonly File[]): Promise<void> {
  for (const { name, size } of files.filter(isLarge)) {
    workbench.notify({ tone: 'error', text: messages.tests.fileTooLarge(name, size) });
  }
  const rest = files.filter((file) => !isLarge(file));
  const read = rest.map(async (file) => ({ file: file.name, text: await file.text() }));
  if (rest.length > 0) keepScenarios(workbench, await Promise.all(read));
}
const isLarge = ({ size }: File): boolean => size > mostInFile;
