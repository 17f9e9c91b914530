import type { Json, JsonObject } from '../../base/index.ts';
import type { EvalEnv, FlowError, StateId } from '../../fdl/index.ts';
import type { Decision } from '../decision.ts';
import type { MachineStatus, Phase, RunOptions } from '../machine.ts';
import type { Effect, EffectId, ExecutionMode, Instant, Note, TaskToken, ThreadId } from '../messages.ts';
import type { CompiledState, Program } from '../program.ts';
import type { EventLog } from './event-log.ts';
import type { Heap } from './heap.ts';
import type { StateData } from './state-data.ts';

/**
 * A run under way, mutable and private to one draft. Field names agree with the plain `Machine` and `Thread`, so that
 * the same questions can be asked of both. What a collection holds may be stale (a thread that moved on); it is
 * dropped when it comes up, so no input ever walks a whole collection.
 */
export interface Live {
  readonly program: Program;
  readonly options: RunOptions;
  readonly flowName: string;
  readonly quota: number;
  readonly lifetime: Instant;
  status: MachineStatus;
  now: Instant;
  output: Json | undefined;
  error: FlowError | undefined;
  random: number;
  readonly counters: LiveCounters;
  readonly threads: Map<ThreadId, LiveThread>;
  readonly executions: Map<number, LiveExecution>;
  /** The strands that are an Express child, by execution. All may live equally long: the oldest is the first to go. */
  readonly expiring: Map<number, LiveThread>;
  root: LiveThread | undefined;
  /** The thread that moved last, while it can go on: at its instant it still comes first (ruling R12). */
  current: LiveThread | undefined;
  readonly ready: Heap<LiveThread>;
  readonly timers: Heap<Timer>;
  /** Calls not answered yet and tokens somebody may report on. */
  readonly openEffects: Map<EffectId, LiveThread>;
  readonly openTokens: Map<TaskToken, LiveThread>;
  /** What the draft has seen since it was opened. */
  readonly log: EventLog;
  readonly decisions: Decision[];
  readonly notes: Note[];
  /** States by what was said about them, so that nothing is said twice. */
  readonly noted: Map<string, Set<StateId | undefined>>;
  /** Effects of the input being fed. */
  effects: Effect[];
  /** The thread whose event did not fit under the quota any more. */
  overflow: LiveThread | undefined;
  readonly env: EvalEnv;
  readonly data: StateData;
}

export interface LiveCounters {
  threads: number;
  effects: number;
  events: number;
  executions: number;
  quiet: number;
}

export interface LiveExecution {
  readonly id: number;
  readonly name: string;
  readonly mode: ExecutionMode;
  readonly input: Json;
  global: JsonObject;
  readonly until: Instant | undefined;
}

export interface LiveThread {
  readonly id: ThreadId;
  readonly parent: ThreadId | undefined;
  readonly owner: LiveThread | undefined;
  readonly slot: number;
  readonly path: readonly number[];
  readonly iteration: readonly number[];
  readonly execution: number;
  readonly home: LiveExecution;
  at: StateId;
  state: CompiledState;
  received: Json;
  input: Json;
  retries: number;
  attempts: readonly number[];
  error: FlowError | undefined;
  lastEvent: number;
  startedEvent: number;
  phase: Phase;
  join: LiveJoin | undefined;
  /** It stands in the ready heap. */
  queued: boolean;
}

export interface LiveJoin {
  readonly inputs: readonly Json[];
  readonly results: (Json | undefined)[];
  admitted: number;
  ended: number;
  tolerated: number;
  readonly atOnce: number;
  /** By slot; those that ended are gone. */
  readonly children: (LiveThread | undefined)[];
}

export interface Timer {
  readonly at: Instant;
  readonly thread: LiveThread;
  /** The timer counts only while the thread is still in this phase. */
  readonly phase: Phase;
}

export const readyPhase: Phase = { name: 'ready' };
export const joiningPhase: Phase = { name: 'joining' };
export const noAttempts: readonly number[] = [];

/** Shared by all inputs that want nothing done; never written to. */
export const noEffects: Effect[] = [];

/** Asks the caller for something. */
export function want(live: Live, effect: Effect): void {
  if (live.effects === noEffects) live.effects = [effect];
  else live.effects.push(effect);
}

/** Puts a thread among those that can move now. */
export function enqueue(live: Live, thread: LiveThread): void {
  if (thread.queued) return;
  thread.queued = true;
  live.ready.push(thread);
}

/** A call or token is over: late answers find nothing. */
export function closeCall(live: Live, phase: Phase): void {
  if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') return;
  live.openEffects.delete(phase.effect);
  if (phase.token !== undefined) live.openTokens.delete(phase.token);
}

/** The same, and the caller is told that nobody waits any more. */
export function cancelCall(live: Live, phase: Phase): void {
  if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') return;
  if (!live.openEffects.has(phase.effect)) return;
  closeCall(live, phase);
  want(live, { type: 'cancel', id: phase.effect, token: phase.token });
}

/** Says something about the run, once per state and wording. */
export function note(live: Live, code: string, message: string, state: StateId | undefined): void {
  let states = live.noted.get(message);
  if (!states) live.noted.set(message, (states = new Set()));
  if (states.has(state)) return;
  states.add(state);
  live.notes.push({ code, message, state });
}
