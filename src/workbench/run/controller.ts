/** The run's light half: its verbs, and what the rest of the page changes under it. */
import type { Core } from '../core.ts';
import { breaksOf, createBegin } from './begin.ts';
import { createLoader } from './loader.ts';
import type { RunVerbs } from './model.ts';
import { noRun } from './no-run.ts';
import type { RunParts } from './parts.ts';
import { createShowing } from './showing.ts';
import { createUnderText } from './under-text.ts';
import { createRunVerbs } from './verbs.ts';

export interface RunController {
  readonly verbs: RunVerbs;
  /** Ends the run and forgets it: another flow is shown. */
  readonly forget: () => void;
  readonly stop: () => void;
}

export function createRunController(core: Core, needs: RunParts['needs']): RunController {
  const { store } = core;
  const loader = createLoader(core);
  const showing = createShowing(core, needs.announce, loader);
  const parts: RunParts = { core, needs, loader, showing };
  const underText = createUnderText(parts);

  const unsubscribe = store.subscribe((next, previous) => {
    if (next.document.source !== previous.document.source && next.run.revision !== undefined) {
      underText.reconsiderSoon();
    }
    if (next.settings === previous.settings) return;
    if (next.settings.cards !== previous.settings.cards) loader.heavy()?.engine.setCards(next.settings.cards);
    loader.driver()?.setBreaks(breaksOf(next.settings));
  });
  const forget = (): void => {
    showing.nextTurn();
    underText.callOff();
    loader.heavy()?.engine.dispose();
    store.setState((state) => ({ run: noRun(state.run.pace) }));
  };
  return {
    verbs: createRunVerbs(parts, createBegin(parts), underText),
    forget,
    stop: () => {
      unsubscribe();
      forget();
    },
  };
}
