/** A run and the text that has changed since it began. */
import { messages } from '../messages.ts';
import type { RunParts } from './parts.ts';

/** How long a text has to rest before a run is tried under it. */
const restMs = 250;

export interface UnderText {
  /** Looks whether the run so far holds under the text as it is now. */
  readonly reconsider: () => void;
  /** The same, once the text rests. */
  readonly reconsiderSoon: () => void;
  readonly callOff: () => void;
  readonly adoptText: () => void;
}

export function createUnderText({ core: { store, ports }, needs, loader, showing }: RunParts): UnderText {
  let callOff: (() => void) | undefined;

  const reconsider = (): void => {
    callOff = undefined;
    const { run, document } = store.getState();
    const heavy = loader.heavy();
    const driver = loader.driver();
    if (!heavy || !driver || run.revision === undefined) return;
    showing.setRun({ standing: heavy.modules.standingOf(driver.getState().session, document) });
  };
  return {
    reconsider,
    reconsiderSoon: () => {
      callOff?.();
      callOff = ports.later(restMs, reconsider);
    },
    callOff: () => callOff?.(),
    adoptText: () => {
      const { document } = store.getState();
      const heavy = loader.heavy();
      const driver = loader.driver();
      if (!heavy || !driver) return;
      const standing = driver.adopt(heavy.modules.programOf(document));
      if (!standing.holds) return showing.setRun({ standing: { kind: 'differs', ...standing } });
      showing.setRun({ standing: { kind: 'same' }, revision: document.revision });
      showing.showNow();
      needs.announce(messages.run.adopted);
    },
  };
}
