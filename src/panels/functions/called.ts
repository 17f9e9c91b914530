/** What a flow calls, found in its Tasks: one entry per function or service operation. */
import { allStates, type Flow, type State, type Template } from '../../fdl/index.ts';
import { callKey, callOf } from '../../functions/index.ts';
import { type Call, type CallMatch, type FunctionCard, matches } from '../../scenario/index.ts';

export interface Called {
  /** The key of ruling R13, or the state where the target is computed. */
  readonly key: string;
  readonly call: Call;
  /** What a new card has to match. */
  readonly match: CallMatch;
  readonly states: readonly string[];
  /** One of them calls without waiting for the function. */
  readonly isAsync: boolean;
}

export function calledBy(flow: Flow): readonly Called[] {
  const found = new Map<string, Called>();
  for (const state of allStates(flow)) {
    const one = calledIn(state);
    if (!one) continue;
    const known = found.get(one.key);
    if (!known) found.set(one.key, one);
    else {
      const isAsync = known.isAsync || one.isAsync;
      found.set(one.key, { ...known, states: [...known.states, ...one.states], isAsync });
    }
  }
  return [...found.values()];
}

function calledIn(state: State): Called | undefined {
  if (state.type !== 'Task') return undefined;
  const action = state.action?.value ?? '';
  const name = state.name.value;
  const resourceArn = literalText(state.parameters, 'resourceArn');
  const call = callOf({ stateName: name, action, parameters: resourceArn === undefined ? {} : { resourceArn } });
  const key = call.function === undefined && /^fc:/i.test(action) ? name : callKey(call);
  const isAsync = /^fc:/i.test(action) && literalText(state.parameters, 'invocationType') === 'Async';
  return { key, call, match: matchFor(call, key === name), states: [name], isAsync };
}

function matchFor(call: Call, byState: boolean): CallMatch {
  if (byState) return { state: call.state };
  if (call.function === undefined) return { action: call.action };
  return call.service === undefined ? { function: call.function } : { function: call.function, service: call.service };
}

function literalText(template: Template | undefined, key: string): string | undefined {
  if (template?.kind === 'literal') {
    const value = template.value;
    const own = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    const text = own.find(([name]) => name === key)?.[1];
    return typeof text === 'string' ? text : undefined;
  }
  if (template?.kind !== 'object') return undefined;
  const value = template.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** The card that answers a call: the first that matches, as in a run. */
export function cardFor(called: Called, cards: readonly FunctionCard[]): number {
  return cards.findIndex((card) => called.states.some((state) => matches(card.match, { ...called.call, state })));
}
