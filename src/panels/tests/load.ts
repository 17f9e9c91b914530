import { describeProblem, readScenario, type Scenario } from '../../scenario/index.ts';
import type { KeptScenario, Workbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

/** Puts a scenario's input, answers and reports where a run takes them from. */
export function applyScenario(workbench: Workbench, { input, functions, callbacks }: Scenario): void {
  workbench.setSettings({ input: JSON.stringify(input, null, 2), cards: functions, callbacks });
}

/** The same from a file; one that cannot be read says why and changes nothing. */
export function loadScenario(workbench: Workbench, { file, text }: KeptScenario, name: string): void {
  const read = readScenario(text);
  const [problem] = read.ok ? [] : read.error;
  if (problem) return workbench.notify({ tone: 'error', text: describeProblem(file, problem) });
  if (!read.ok) return;
  applyScenario(workbench, read.value);
  workbench.showTab('execution');
  workbench.notify({ tone: 'success', text: messages.tests.loaded(name) });
}
