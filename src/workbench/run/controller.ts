/** Verbs of the run. The light half: decides whether a run can start and keeps the store in step with the driver. */
import type { DriverState, Pace } from '../../functions/index.ts';
import type { Core } from '../core.ts';
import { messages } from '../messages.ts';
import type { FlowSettings, Workbench } from '../model.ts';
import type * as Simulator from '../../simulator/index.ts';
import type * as EngineModule from './engine.ts';
import type { Engine, Starting } from './engine.ts';
import type * as SnapshotModule from './snapshot.ts';
import type { RunState, RunVerbs } from './model.ts';
import { noRun } from './no-run.ts';
import { readyToRun } from './prepare.ts';

type Needs = Pick<Workbench, 'notify' | 'announce' | 'showTab' | 'editable'>;
type EngineModules = typeof EngineModule & typeof SnapshotModule & Travel;
type Travel = Pick<typeof Simulator, 'cursorOfEvent'>;

export interface RunController {
  readonly verbs: RunVerbs;
  /** Ends the run and forgets it: another flow is shown. */
  readonly forget: () => void;
  readonly stop: () => void;
}

export function createRunController({ store, ports }: Core, needs: Needs): RunController {
  let modules: EngineModules | undefined;
  let engine: Engine | undefined;
  let loading: Promise<Engine> | undefined;
  let generation = 0;
  let callOff: (() => void) | undefined;

  const setRun = (change: Partial<RunState>): void => store.setState((state) => ({ run: { ...state.run, ...change } }));
  const cards = (): FlowSettings['cards'] => store.getState().settings.cards;

  const load = (): Promise<Engine> =>
    (loading ??= Promise.all([
      import('./engine.ts'),
      import('./snapshot.ts'),
      import('../../simulator/index.ts'),
      ports.mocking(),
    ]).then(([engineModule, snapshot, { cursorOfEvent }, mocking]) => {
      modules = { ...engineModule, ...snapshot, cursorOfEvent };
      engine = engineModule.createEngine(ports, mocking, cards);
      engine.setCards(cards());
      return engine;
    }));

  const show = (state: DriverState): void => {
    if (!modules) return;
    const before = store.getState().run;
    setRun(modules.snapshotOf(state, before));
    if (state.status !== before.word && isOver(state.status)) needs.announce(messages.run.ended(state.status));
  };
  /** Many changes in a row are shown once. */
  const changed = (of: number) => (): void => {
    callOff ??= ports.later(0, () => {
      callOff = undefined;
      const driver = engine?.driver();
      if (driver && of === generation) show(driver.getState());
    });
  };

  /** The rules come right after the first drawing; whoever is faster waits for them. */
  const begin = (run: boolean): void => void needs.editable().then(() => beginChecked(run));
  const beginChecked = (run: boolean): void => {
    const state = store.getState();
    const ready = readyToRun(state);
    if (!ready.ok) {
      needs.notify({ tone: 'error', text: ready.error.text, key: 'run' });
      return needs.showTab(ready.error.tab);
    }
    generation += 1;
    const mine = generation;
    const { document, flow } = state;
    const starting: Starting = {
      flow: document.source.flow,
      text: document.text,
      flowName: document.source.flow.name?.value ?? flow.name,
      input: ready.value,
      run,
      pace: state.run.pace,
      breaks: breaksOf(state.settings),
      startTime: ports.now(),
    };
    store.setState({
      run: { ...noRun(state.run.pace), word: 'Running', revision: document.revision, startTime: starting.startTime },
    });
    load().then(
      (loaded) => {
        if (mine !== generation) return;
        const problem = loaded.start(starting, changed(mine));
        if (!problem) return;
        setRun({ word: 'Ready' });
        needs.notify({ tone: 'error', text: `${problem.code}: ${problem.detail}`, key: 'run' });
      },
      (error: unknown) => {
        loading = undefined;
        setRun({ word: 'Ready' });
        needs.notify({ tone: 'error', text: messages.run.mockingFailed(String(error)), stays: true, key: 'run' });
      },
    );
  };
  const active = (): boolean => ['Running', 'Paused', 'Waiting'].includes(store.getState().run.word);
  const withDriver = (act: (driver: NonNullable<ReturnType<Engine['driver']>>) => void): void => {
    const driver = engine?.driver();
    if (driver) act(driver);
  };
  const moveOn = (act: Parameters<typeof withDriver>[0]): void => {
    setRun({ selectedEvent: undefined });
    withDriver(act);
  };

  const unsubscribe = store.subscribe((next, previous) => {
    if (next.settings === previous.settings) return;
    if (next.settings.cards !== previous.settings.cards) engine?.setCards(next.settings.cards);
    withDriver((driver) => driver.setBreaks(breaksOf(next.settings)));
  });
  const forget = (): void => {
    generation += 1;
    engine?.dispose();
    store.setState((state) => ({ run: noRun(state.run.pace) }));
  };

  return {
    forget,
    stop: () => {
      unsubscribe();
      forget();
    },
    verbs: {
      start: () => begin(true),
      restart: () => begin(true),
      step: () => (active() ? moveOn((driver) => driver.stepInto()) : begin(false)),
      stepOver: () => moveOn((driver) => driver.stepOver()),
      stepOut: () => moveOn((driver) => driver.stepOut()),
      continue: () => moveOn((driver) => driver.proceed()),
      pause: () => withDriver((driver) => driver.pause()),
      stop: () => moveOn((driver) => driver.stop()),
      setPace: (pace: Pace) => {
        setRun({ pace });
        withDriver((driver) => driver.setPace(pace));
      },
      travelTo: (event) => {
        setRun({ selectedEvent: event });
        withDriver((driver) => {
          const { session } = driver.getState();
          driver.moveTo(event === undefined || !modules ? session.length : modules.cursorOfEvent(session, event));
        });
      },
      selectEvent: (selectedEvent) => setRun({ selectedEvent }),
      resumeFromHere: () => moveOn((driver) => engine && driver.resumeFromHere(engine.world())),
      letTimeOut: (token) => moveOn((driver) => driver.letTimeOut(token)),
      report: async (token, outcome, written) => {
        const { waiting } = store.getState().run;
        const stateName = waiting.find((each) => each.token === token)?.stateName ?? '';
        const answer = await (await load()).report(token, outcome, written);
        store.setState((state) => ({
          run: { ...state.run, reports: [...state.run.reports, { token, stateName, outcome, answer }] },
        }));
        return answer;
      },
    },
  };
}

const isOver = (word: RunState['word']): boolean => ['Succeeded', 'Failed', 'TimedOut', 'Stopped'].includes(word);

function breaksOf(settings: FlowSettings): Starting['breaks'] {
  return { states: settings.breakpoints, onError: settings.breakOnError, onCallback: false };
}
