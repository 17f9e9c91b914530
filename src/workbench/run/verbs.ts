/** What a person does with a run. */
import type { Driver } from '../../functions/index.ts';
import { messages } from '../messages.ts';
import type { Begin } from './begin.ts';
import type { RunState, RunVerbs } from './model.ts';
import type { RunParts } from './parts.ts';
import type { UnderText } from './under-text.ts';
import { isActive } from './words.ts';

type Act = (driver: Driver) => void;

export function createRunVerbs(parts: RunParts, begin: Begin, underText: UnderText): RunVerbs {
  const moving = createMoving(parts);
  return {
    ...forwardVerbs(parts, moving, begin),
    ...timeVerbs(parts, moving),
    ...keptRuns(parts, underText),
    adoptText: underText.adoptText,
    report: reportVerb(parts),
  };
}

/** How verbs reach the run shown. */
interface Moving {
  readonly withDriver: (act: Act) => void;
  /** Whoever moves on from an earlier moment gets a run of their own; the answers are those of now. */
  readonly moveOn: (act: Act) => void;
  /** The same for a step: one at a time, so that a key held down shows every state it passes. */
  readonly stepOn: (act: Act) => void;
  readonly fork: () => void;
}

function createMoving({ needs, loader, showing }: RunParts): Moving {
  const withDriver = (act: Act): void => {
    const driver = loader.driver();
    if (driver) act(driver);
  };
  const fork = (): void => {
    const engine = loader.heavy()?.engine;
    if (!engine?.fork()) return;
    showing.showNow();
    needs.announce(messages.run.forked(engine.runs.current() ?? 0));
  };
  const moveOn = (act: Act): void => {
    showing.setRun({ selectedEvent: undefined });
    const engine = loader.heavy()?.engine;
    if (!engine) return;
    if (engine.driver()?.getState().live === false) fork();
    else engine.runs.answerWith(engine.world());
    withDriver(act);
  };
  const stepOn = (act: Act): void => {
    if (loader.driver()?.getState().status !== 'Running') moveOn(act);
  };
  return { withDriver, moveOn, stepOn, fork };
}

type Forward =
  | 'start'
  | 'restart'
  | 'step'
  | 'stepOver'
  | 'stepOut'
  | 'continue'
  | 'runTo'
  | 'pause'
  | 'stop'
  | 'setPace'
  | 'replaceInput'
  | 'letTimeOut';

function forwardVerbs(
  { core: { store }, showing }: RunParts,
  { withDriver, moveOn, stepOn }: Moving,
  begin: Begin,
): Pick<RunVerbs, Forward> {
  const active = (): boolean => isActive(store.getState().run.word);
  return {
    start: () => begin(true),
    restart: () => begin(true),
    step: () => (active() ? stepOn((driver) => driver.stepInto()) : begin(false)),
    stepOver: () => stepOn((driver) => driver.stepOver()),
    stepOut: () => stepOn((driver) => driver.stepOut()),
    continue: () => moveOn((driver) => driver.proceed()),
    runTo: (state) =>
      active() ? moveOn((driver) => driver.runTo(state)) : begin(false, (driver) => driver.runTo(state)),
    pause: () => withDriver((driver) => driver.pause()),
    stop: () => {
      showing.setRun({ selectedEvent: undefined });
      withDriver((driver) => driver.stop());
    },
    setPace: (pace) => {
      showing.setRun({ pace });
      withDriver((driver) => driver.setPace(pace));
    },
    replaceInput: (input) => {
      let replaced = false;
      moveOn((driver) => {
        replaced = driver.replaceInput(input);
      });
      showing.showNow();
      return replaced;
    },
    letTimeOut: (token) => moveOn((driver) => driver.letTimeOut(token)),
  };
}

function timeVerbs(
  { core: { store }, loader, showing }: RunParts,
  { withDriver, fork }: Moving,
): Pick<RunVerbs, 'travelTo' | 'moveBy' | 'selectEvent' | 'resumeFromHere'> {
  const travelTo = (event: number | undefined): void => {
    showing.setRun({ selectedEvent: event });
    withDriver((driver) => {
      const { session } = driver.getState();
      const modules = loader.heavy()?.modules;
      driver.moveTo(event === undefined || !modules ? session.length : modules.cursorOfEvent(session, event));
      showing.showNow();
    });
  };
  return {
    travelTo,
    moveBy: (events) => {
      const { shown, selectedEvent, events: all } = store.getState().run;
      const to = Math.max(1, Math.min(all.length, (selectedEvent ?? shown) + events));
      if (all.length > 0) travelTo(to === all.length ? undefined : to);
    },
    selectEvent: (selectedEvent) => showing.setRun({ selectedEvent }),
    resumeFromHere: () => {
      showing.setRun({ selectedEvent: undefined });
      fork();
    },
  };
}

function keptRuns(
  { loader, showing }: RunParts,
  { reconsider }: UnderText,
): Pick<RunVerbs, 'showRun' | 'removeRun' | 'sessionOf'> {
  const runs = () => loader.heavy()?.engine.runs;
  return {
    showRun: (id) => {
      runs()?.show(id);
      showing.setRun({ selectedEvent: undefined });
      showing.showNow();
      reconsider();
    },
    removeRun: (id) => {
      runs()?.remove(id);
      showing.showNow();
    },
    sessionOf: (id) => runs()?.driverOf(id)?.getState().session,
  };
}

function reportVerb({ core: { store }, loader }: RunParts): RunVerbs['report'] {
  return async (token, outcome, written, run) => {
    const stateName = tokenName(store.getState().run, token);
    const { engine } = await loader.load();
    engine.runs.answerWith(engine.world());
    const answer = await engine.report(token, outcome, written, run);
    store.setState((state) => ({
      run: { ...state.run, reports: [...state.run.reports, { token, stateName, outcome, answer }] },
    }));
    return answer;
  };
}

function tokenName({ waiting, runs, reports }: RunState, token: string): string {
  const all = [...waiting, ...runs.flatMap((run) => run.waiting)];
  const known = all.find((each) => each.token === token) ?? reports.find((each) => each.token === token);
  return known?.stateName ?? '';
}
