import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  createEvalEnv,
  type DataScope,
  evaluate,
  findState,
  type FlowError,
  parseExpression,
  type StateId,
} from '../../fdl/index.ts';
import type { Result } from '../../base/index.ts';
import { buildContext, defaultRoleArn } from '../engine/state-data.ts';
import { dataOf, stateNameOf } from '../inspect.ts';
import type { Machine } from '../machine.ts';
import type { ThreadId } from '../messages.ts';
import { cursorOfEvent, decisionsOf, eventsOf, machineAt, type Session } from '../session.ts';
import { sourcesOf, type StateSources } from './sources.ts';
import type { Visit } from './visit.ts';
import { rawOf, visitsOf } from './visits.ts';

/** Everything there is to know about one visit to a state, as of a moment of the run. */
export interface StateMoment {
  readonly visit: Visit;
  /** Which visit of the state it is, from 0, and how many there were up to the moment. */
  readonly index: number;
  readonly of: number;
  /** The result of the state's work, before the OutputConstructor. */
  readonly raw: Json | undefined;
  readonly globalBefore: Json;
  /** `undefined` while the state has not been left. */
  readonly globalAfter: Json | undefined;
  readonly sources: StateSources;
}

const noSources: StateSources = { constructed: [], parameters: [], output: [], global: [], caught: [] };

/**
 * The data of a state at the moment after `cursor` inputs: its latest visit, or the one asked for by its number. Nothing
 * when the state was not entered by then.
 */
export function dataAt(session: Session, cursor: number, state: StateId, visit?: number): StateMoment | undefined {
  const all = visitsOf(eventsOf(session, cursor), decisionsOf(session, cursor)).filter((each) => each.state === state);
  const index = Math.min(visit ?? all.length - 1, all.length - 1);
  const chosen = all[index];
  return chosen && momentOf(session, chosen, index, all.length);
}

/** The same for a visit that was found already. */
export function momentOf(session: Session, visit: Visit, index = 0, of = 1): StateMoment {
  const state = findState(session.program.flow, visit.state);
  const before = machineAt(session, cursorOfEvent(session, visit.from) - 1);
  return {
    visit,
    index,
    of,
    raw: rawOf(visit, state?.type ?? 'Unknown'),
    globalBefore: globalOf(before, visit.thread),
    globalAfter:
      visit.left === undefined
        ? undefined
        : globalOf(machineAt(session, cursorOfEvent(session, visit.to)), visit.thread),
    sources: state ? sourcesOf(state) : noSources,
  };
}

/** `$Global` as a thread sees it; of one that is gone, that of the execution itself. */
function globalOf(machine: Machine, thread: ThreadId): JsonObject {
  const execution = machine.threads.get(thread)?.execution ?? 0;
  return machine.executions.get(execution)?.global ?? {};
}

/**
 * The value of any expression with the data of a visit at a moment: `$Output` is there once the state has its result,
 * and `$Global` is what it was at the moment. Never throws.
 */
export function evaluateAt(
  session: Session,
  cursor: number,
  visit: Visit | undefined,
  text: string,
): Result<Json, FlowError> {
  const root = parseExpression(text);
  if (root.kind === 'broken') return { ok: false, error: { code: 'FnF.ExpressionError', detail: root.message } };
  return evaluate(root, scopeAt(session, cursor, visit), createEvalEnv(session.options.seed));
}

/** What expressions see at a moment; without a visit, what the flow itself was given. */
export function scopeAt(session: Session, cursor: number, visit: Visit | undefined): DataScope {
  const machine = machineAt(session, cursor);
  if (!visit) return wholeRun(machine);
  const thread = machine.threads.get(visit.thread);
  const output = momentOutput(session, visit);
  if (thread?.at === visit.state && visit.left === undefined && output === undefined) return dataOf(machine, thread);
  const input = visit.constructed ?? visit.received;
  const execution = machine.executions.get(thread?.execution ?? 0) ?? {
    name: session.options.executionName,
    input: null,
  };
  const context = buildContext({
    execution,
    roleArn: session.options.roleArn ?? defaultRoleArn,
    name: stateNameOf(visit.state),
    input,
    output,
    retries: visit.decisions.filter(({ kind }) => kind === 'retry').length,
    error: visit.error,
    token: undefined,
  });
  return { input, output, context, global: globalOf(machine, visit.thread), item: undefined };
}

function momentOutput(session: Session, visit: Visit): Json | undefined {
  return rawOf(visit, findState(session.program.flow, visit.state)?.type ?? 'Unknown');
}

function wholeRun(machine: Machine): DataScope {
  const [thread] = machine.threads.values();
  if (thread) return dataOf(machine, thread);
  const execution = machine.executions.get(0);
  const input = execution?.input ?? {};
  const context = { Execution: { Name: execution?.name ?? machine.options.executionName, Input: input } };
  const output = isObject(machine.output) ? machine.output : undefined;
  return { input, output, context, global: execution?.global ?? {}, item: undefined };
}
