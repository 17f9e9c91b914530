import type { Core } from './core.ts';
import type { Workbench } from './model.ts';

/** A canvas that is folded away never reports; nobody waits for it longer than this. */
const patienceMs = 3000;

/** Tells when the picture shows the present revision. */
export function createDrawing({ store, ports }: Core): Pick<Workbench, 'markDrawn' | 'drawn'> {
  let latest = -1;
  const waiting = new Set<{ readonly revision: number; readonly done: () => void }>();
  const settle = (revision: number): void => {
    for (const waiter of [...waiting]) if (waiter.revision <= revision) waiter.done();
  };
  return {
    markDrawn: (revision) => {
      latest = revision;
      settle(revision);
    },
    drawn: () =>
      new Promise((resolve) => {
        const { revision } = store.getState().document;
        if (latest >= revision) return resolve();
        const callOff = ports.later(patienceMs, () => waiter.done());
        const waiter = {
          revision,
          done: () => {
            callOff();
            waiting.delete(waiter);
            resolve();
          },
        };
        waiting.add(waiter);
      }),
  };
}
