/** Brings in the heavy half with the first run. */
import { yamlReady } from '../../fdl/index.ts';
import type { Driver } from '../../functions/index.ts';
import type * as simulatorModule from '../../simulator/index.ts';
import type { Core } from '../core.ts';
import type * as engineModule from './engine.ts';
import type { Engine } from './engine.ts';
import type * as snapshotModule from './snapshot.ts';
import type * as standingModule from './standing.ts';

type EngineModules = typeof engineModule &
  typeof snapshotModule &
  Pick<typeof standingModule, 'standingOf' | 'programOf'> &
  Pick<typeof simulatorModule, 'cursorOfEvent'>;

/** The heavy half, once it is there. */
export interface Heavy {
  readonly engine: Engine;
  readonly modules: EngineModules;
}
export interface Loader {
  readonly load: () => Promise<Heavy>;
  readonly heavy: () => Heavy | undefined;
  /** The driver of the run shown. */
  readonly driver: () => Driver | undefined;
  /** The next one who asks has it loaded again. */
  readonly forgetFailure: () => void;
}

export function createLoader({ store, ports }: Core): Loader {
  let heavy: Heavy | undefined;
  let loading: Promise<Heavy> | undefined;
  const said = () => store.getState().settings;

  const load = (): Promise<Heavy> =>
    (loading ??= Promise.all([
      import('./engine.ts'),
      import('./snapshot.ts'),
      import('./standing.ts'),
      import('../../simulator/index.ts'),
      ports.mocking(),
      yamlReady(),
    ]).then(([main, snapshot, standing, { cursorOfEvent }, mocking]) => {
      const engine = main.createEngine(ports, mocking, said);
      heavy = { engine, modules: { ...main, ...snapshot, ...standing, cursorOfEvent } };
      engine.setCards(said().cards);
      return heavy;
    }));
  return {
    load,
    heavy: () => heavy,
    driver: () => heavy?.engine.driver(),
    forgetFailure: () => {
      loading = undefined;
    },
  };
}
