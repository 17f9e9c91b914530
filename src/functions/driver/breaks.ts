import type { Json } from '../../base/index.ts';
import { createEvalEnv, evaluate, parseExpression, type StateId } from '../../fdl/index.ts';
import type { ExecutionEvent, ThreadId } from '../../simulator/index.ts';
import type { Breakpoint, Breaks, PauseReason } from './model.ts';

export const noBreaks: Breaks = { states: [], onError: false, onCallback: false };

/** What a breakpoint's condition can see. */
export interface BreakData {
  readonly input: Json;
  readonly output: Json | undefined;
  readonly context: Json;
  readonly global: Json;
}

/** Why to stop before this state is entered; `undefined` to go on. */
export function breakBefore(breaks: Breaks, state: StateId, data: () => BreakData): PauseReason | undefined {
  return hit(breaks.states, state, 'before', data);
}

/** Why to stop after these events; the first reason counts. `inputs` knows what each thread's state had received. */
export function breakAfter(
  breaks: Breaks,
  events: readonly ExecutionEvent[],
  inputs: ReadonlyMap<ThreadId | undefined, Json>,
  surroundings: () => Pick<BreakData, 'context' | 'global'>,
): PauseReason | undefined {
  for (const event of events) {
    if (breaks.onError && (event.type === 'StepFailed' || isTaskFailure(event))) {
      return { type: 'error', state: event.state };
    }
    if (breaks.onCallback && event.type === 'TaskSubmitted') return { type: 'callback', state: event.state };
    if (event.type !== 'StepExited' || event.state === undefined) continue;
    const data = (): BreakData => ({
      input: inputs.get(event.thread) ?? {},
      output: Object.hasOwn(event.detail, 'output') ? event.detail['output'] : undefined,
      ...surroundings(),
    });
    const reason = hit(breaks.states, event.state, 'after', data);
    if (reason) return reason;
  }
  return undefined;
}

const isTaskFailure = ({ type }: ExecutionEvent): boolean =>
  type === 'TaskFailed' || type === 'TaskTimedOut' || type === 'TaskSubmitFailed';

function hit(
  breakpoints: readonly Breakpoint[],
  state: StateId,
  when: Breakpoint['when'],
  data: () => BreakData,
): PauseReason | undefined {
  for (const { condition, ...breakpoint } of breakpoints) {
    if (breakpoint.state !== state || breakpoint.when !== when) continue;
    if (condition === undefined || condition.trim() === '') return { type: 'breakpoint', state, when };
    const value = evaluate(parseExpression(condition), { ...data(), item: undefined }, createEvalEnv());
    if (!value.ok) return { type: 'broken-condition', state, error: value.error };
    if (value.value === true) return { type: 'breakpoint', state, when };
  }
  return undefined;
}
