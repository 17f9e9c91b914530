/** Verbs of the Tests tab. The light half; what does the work comes with the first use. */
import type { Core } from '../core.ts';
import { messages } from '../messages.ts';
import type { Workbench } from '../model.ts';
import { readInput } from '../run/prepare.ts';
import { type ChecksState, type CheckVerbs, noChecks } from './model.ts';

type Needs = Pick<Workbench, 'announce' | 'reveal' | 'editable' | 'notify'>;

export function createChecks({ store, ports }: Core, needs: Needs): CheckVerbs & { readonly stop: () => void } {
  const set = (change: Partial<ChecksState>): void =>
    store.setState((state) => ({ checks: { ...state.checks, ...change } }));
  const turn = (): Promise<void> => new Promise((resolve) => void ports.later(0, resolve));

  const runAll = async (file?: string): Promise<void> => {
    const { settings, document, checks } = store.getState();
    if (settings.scenarios.length === 0 || checks.progress) return;
    const chosen = settings.scenarios.filter((each) => file === undefined || each.file === file);
    set({ progress: { done: 0, of: chosen.length } });
    await needs.editable();
    const { checkScenarios } = await import('./check.ts');
    const report = await checkScenarios(chosen, document.source, async (done, of) => {
      set({ progress: { done, of } });
      await turn();
    });
    const results = file === undefined ? report.results : new Map([...checks.results, ...report.results]);
    const failed = [...report.results.values()].filter(({ ok }) => !ok);
    set({ ...report, results, progress: undefined, stale: false, painted: true });
    needs.announce(messages.checks.done(report.results.size - failed.length, failed.length));
    const place = failed.find((each) => each.place)?.place;
    if (place) needs.reveal({ state: place.state }, 'panel');
  };

  const tryFaults = async (): Promise<void> => {
    const { settings, document, checks } = store.getState();
    if (checks.matrixProgress) return;
    const input = readInput(settings.input);
    if (!input.ok) return needs.notify({ tone: 'error', text: input.error, key: 'faults' });
    set({ matrixProgress: { done: 0, of: 1 } });
    await needs.editable();
    const module = await import('./check.ts');
    const matrix = await module.tryFaults({ ...settings, input: input.value }, document.source, async (done, of) => {
      set({ matrixProgress: { done, of } });
      await turn();
    });
    set({ matrix, matrixProgress: undefined });
  };

  const stop = store.subscribe((next, previous) => {
    if (next.flow.id !== previous.flow.id) set(noChecks);
    else if (next.document.text !== previous.document.text && !next.checks.stale && next.checks.results.size > 0) {
      set({ stale: true });
    }
  });
  return { runAll, tryFaults, paint: (painted) => set({ painted }), stop };
}
