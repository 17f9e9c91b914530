/** A run from the start: whether it can, and the state of the page until its driver speaks. */
import type { Driver } from '../../functions/index.ts';
import { messages } from '../messages.ts';
import type { FlowSettings, WorkbenchState } from '../model.ts';
import type { Starting } from './engine.ts';
import type { Heavy } from './loader.ts';
import { noRun } from './no-run.ts';
import type { RunParts } from './parts.ts';
import { readyToRun } from './prepare.ts';

/** Begins a run, running or standing before its first state; `then` gets its driver. */
export type Begin = (run: boolean, then?: (driver: Driver) => void) => void;

export function createBegin(parts: RunParts): Begin {
  const { core, needs, loader, showing } = parts;
  const { store, ports } = core;

  const beginChecked: Begin = (run, then) => {
    const state = store.getState();
    const ready = readyToRun(state);
    if (!ready.ok) {
      needs.notify({ tone: 'error', text: ready.error.text, key: 'run' });
      return needs.showTab(ready.error.tab);
    }
    const turn = showing.nextTurn();
    const starting = { ...startingOf(state), input: ready.value, run, startTime: ports.now() };
    const { runs, pace } = state.run;
    store.setState({
      run: { ...noRun(pace), runs, word: 'Running', revision: state.document.revision, startTime: starting.startTime },
    });
    const start = ({ engine, modules }: Heavy): void => {
      if (!showing.isTurn(turn)) return;
      const program = modules.programOf(state.document);
      const problem = engine.start({ ...starting, program }, showing.changed(turn));
      const driver = engine.driver();
      if (!problem) return driver && then?.(driver);
      notBegun(parts, `${problem.code}: ${problem.detail}`);
    };
    loader.load().then(start, (error: unknown) => {
      loader.forgetFailure();
      notBegun(parts, messages.run.mockingFailed(String(error)), { stays: true });
    });
  };
  // The rules come right after the first drawing; whoever is faster waits for them.
  return (run, then) => void needs.editable().then(() => beginChecked(run, then));
}

function notBegun({ needs, showing }: RunParts, text: string, more: { readonly stays?: boolean } = {}): void {
  showing.setRun({ word: 'Ready' });
  needs.notify({ tone: 'error', text, ...more, key: 'run' });
}

function startingOf({ document, flow, settings, run }: WorkbenchState) {
  return {
    text: document.text,
    flowName: document.source.flow.name?.value ?? flow.name,
    pace: run.pace,
    breaks: breaksOf(settings),
  };
}

/** Where runs stop, as the person has set it for the flow. */
export function breaksOf(settings: FlowSettings): Starting['breaks'] {
  const { breakpoints, breakOnError, breakOnCallback } = settings;
  return { states: breakpoints, onError: breakOnError, onCallback: breakOnCallback };
}
