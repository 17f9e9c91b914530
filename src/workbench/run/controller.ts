/** Verbs of the run. The light half: decides whether a run can start and keeps the store in step with the driver. */
import type { StateId } from '../../fdl/index.ts';
import type { Driver, DriverState, Pace } from '../../functions/index.ts';
import type { Core } from '../core.ts';
import { messages } from '../messages.ts';
import type { FlowSettings, Workbench } from '../model.ts';
import type * as simulatorModule from '../../simulator/index.ts';
import type * as engineModule from './engine.ts';
import type { Engine, Starting } from './engine.ts';
import type { RunState, RunVerbs } from './model.ts';
import { noRun } from './no-run.ts';
import { readyToRun } from './prepare.ts';
import type * as snapshotModule from './snapshot.ts';
import type * as standingModule from './standing.ts';
import { isActive, isOver } from './words.ts';

type Needs = Pick<Workbench, 'notify' | 'announce' | 'showTab' | 'editable'>;
type EngineModules = typeof engineModule &
  typeof snapshotModule &
  Pick<typeof standingModule, 'standingOf' | 'programOf'> &
  Pick<typeof simulatorModule, 'cursorOfEvent'>;
/** How long a text has to rest before a run is tried under it. */
const restMs = 250;

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
  let callOffStanding: (() => void) | undefined;

  const setRun = (change: Partial<RunState>): void => store.setState((state) => ({ run: { ...state.run, ...change } }));
  const said = (): FlowSettings => store.getState().settings;

  const load = (): Promise<Engine> =>
    (loading ??= Promise.all([
      import('./engine.ts'),
      import('./snapshot.ts'),
      import('./standing.ts'),
      import('../../simulator/index.ts'),
      ports.mocking(),
    ]).then(([heavy, snapshot, standing, { cursorOfEvent }, mocking]) => {
      modules = { ...heavy, ...snapshot, ...standing, cursorOfEvent };
      engine = heavy.createEngine(ports, mocking, said);
      engine.setCards(said().cards);
      return engine;
    }));

  const show = (state: DriverState): void => {
    if (!modules || !engine) return;
    const before = store.getState().run;
    const { runs } = engine;
    setRun({ ...modules.snapshotOf(state, before), runs: runs.entries(), current: runs.current() });
    if (state.status === 'Paused' && state.live) pointAt(modules.standsAt(state));
    if (state.status !== before.word && isOver(state.status)) needs.announce(messages.run.ended(state.status));
  };
  /** Shows where the run stands, without touching what is selected. */
  let pointedAt: StateId | undefined;
  let tickets = 0;
  const pointAt = (state: StateId | undefined): void => {
    if (state === undefined || state === pointedAt) return;
    pointedAt = state;
    tickets -= 1;
    const reveal = { state, span: undefined, askedBy: 'panel', ticket: tickets } as const;
    store.setState(({ view }) => ({ view: { ...view, reveal } }));
  };
  const showNow = (): void => {
    const driver = engine?.driver();
    if (driver) show(driver.getState());
  };
  /** Many changes in a row are shown once. */
  const changed = (of: number) => (): void => {
    callOff ??= ports.later(0, () => {
      callOff = undefined;
      if (of === generation) showNow();
    });
  };

  /** The rules come right after the first drawing; whoever is faster waits for them. */
  const begin = (run: boolean, then?: (driver: Driver) => void): void =>
    void needs.editable().then(() => beginChecked(run, then));
  const beginChecked = (run: boolean, then: ((driver: Driver) => void) | undefined): void => {
    const state = store.getState();
    const ready = readyToRun(state);
    if (!ready.ok) {
      needs.notify({ tone: 'error', text: ready.error.text, key: 'run' });
      return needs.showTab(ready.error.tab);
    }
    generation += 1;
    pointedAt = undefined;
    const mine = generation;
    const { document, flow } = state;
    const starting: Omit<Starting, 'program'> = {
      text: document.text,
      flowName: document.source.flow.name?.value ?? flow.name,
      input: ready.value,
      run,
      pace: state.run.pace,
      breaks: breaksOf(state.settings),
      startTime: ports.now(),
    };
    const { runs, pace } = state.run;
    store.setState({
      run: { ...noRun(pace), runs, word: 'Running', revision: document.revision, startTime: starting.startTime },
    });
    load().then(
      (loaded) => {
        if (mine !== generation || !modules) return;
        const problem = loaded.start({ ...starting, program: modules.programOf(document) }, changed(mine));
        const driver = loaded.driver();
        if (!problem) return driver && then?.(driver);
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
  const active = (): boolean => isActive(store.getState().run.word);
  const withDriver = (act: (driver: Driver) => void): void => {
    const driver = engine?.driver();
    if (driver) act(driver);
  };
  /** Whoever moves on from an earlier moment gets a run of their own; the answers are those of now. */
  const moveOn = (act: (driver: Driver) => void): void => {
    setRun({ selectedEvent: undefined });
    if (!engine) return;
    if (engine.driver()?.getState().live === false) fork();
    else engine.runs.answerWith(engine.world());
    withDriver(act);
  };
  const fork = (): void => {
    if (!engine?.fork()) return;
    showNow();
    needs.announce(messages.run.forked(engine.runs.current() ?? 0));
  };
  const travelTo = (event: number | undefined): void => {
    setRun({ selectedEvent: event });
    withDriver((driver) => {
      const { session } = driver.getState();
      driver.moveTo(event === undefined || !modules ? session.length : modules.cursorOfEvent(session, event));
      showNow();
    });
  };

  /** Looks whether the run so far holds under the text as it is now. */
  const reconsider = (): void => {
    callOffStanding = undefined;
    const { run, document } = store.getState();
    const driver = engine?.driver();
    if (!modules || !driver || run.revision === undefined) return;
    setRun({ standing: modules.standingOf(driver.getState().session, document) });
  };
  const adoptText = (): void => {
    const { document } = store.getState();
    const driver = engine?.driver();
    if (!modules || !driver) return;
    const standing = driver.adopt(modules.programOf(document));
    if (!standing.holds) return setRun({ standing: { kind: 'differs', ...standing } });
    setRun({ standing: { kind: 'same' }, revision: document.revision });
    showNow();
    needs.announce(messages.run.adopted);
  };

  const unsubscribe = store.subscribe((next, previous) => {
    if (next.document.source !== previous.document.source && next.run.revision !== undefined) {
      callOffStanding?.();
      callOffStanding = ports.later(restMs, reconsider);
    }
    if (next.settings === previous.settings) return;
    if (next.settings.cards !== previous.settings.cards) engine?.setCards(next.settings.cards);
    withDriver((driver) => driver.setBreaks(breaksOf(next.settings)));
  });
  const forget = (): void => {
    generation += 1;
    callOffStanding?.();
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
      runTo: (state) =>
        active() ? moveOn((driver) => driver.runTo(state)) : begin(false, (driver) => driver.runTo(state)),
      pause: () => withDriver((driver) => driver.pause()),
      stop: () => {
        setRun({ selectedEvent: undefined });
        withDriver((driver) => driver.stop());
      },
      setPace: (pace: Pace) => {
        setRun({ pace });
        withDriver((driver) => driver.setPace(pace));
      },
      travelTo,
      moveBy: (events) => {
        const { shown, selectedEvent, events: all } = store.getState().run;
        const to = Math.max(1, Math.min(all.length, (selectedEvent ?? shown) + events));
        if (all.length > 0) travelTo(to === all.length ? undefined : to);
      },
      selectEvent: (selectedEvent) => setRun({ selectedEvent }),
      resumeFromHere: () => {
        setRun({ selectedEvent: undefined });
        fork();
      },
      replaceInput: (input) => {
        let replaced = false;
        moveOn((driver) => {
          replaced = driver.replaceInput(input);
        });
        showNow();
        return replaced;
      },
      showRun: (id) => {
        engine?.runs.show(id);
        setRun({ selectedEvent: undefined });
        showNow();
        reconsider();
      },
      removeRun: (id) => {
        engine?.runs.remove(id);
        showNow();
      },
      sessionOf: (id) => engine?.runs.driverOf(id)?.getState().session,
      adoptText,
      letTimeOut: (token) => moveOn((driver) => driver.letTimeOut(token)),
      report: async (token, outcome, written, run) => {
        const stateName = tokenName(store.getState().run, token);
        const loaded = await load();
        loaded.runs.answerWith(loaded.world());
        const answer = await loaded.report(token, outcome, written, run);
        store.setState((state) => ({
          run: { ...state.run, reports: [...state.run.reports, { token, stateName, outcome, answer }] },
        }));
        return answer;
      },
    },
  };
}

function tokenName({ waiting, runs, reports }: RunState, token: string): string {
  const all = [...waiting, ...runs.flatMap((run) => run.waiting)];
  const known = all.find((each) => each.token === token) ?? reports.find((each) => each.token === token);
  return known?.stateName ?? '';
}

function breaksOf(settings: FlowSettings): Starting['breaks'] {
  const { breakpoints, breakOnError, breakOnCallback } = settings;
  return { states: breakpoints, onError: breakOnError, onCallback: breakOnCallback };
}
