import { isObject, type Json } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { Decision } from './decision.ts';
import { createMachine, type Draft, openDraft } from './draft.ts';
import { kindOf } from './engine/errors.ts';
import { createHeap, type Heap } from './engine/heap.ts';
import { waitingFor, waitingOf } from './inspect.ts';
import type { Machine, RunOptions, Thread } from './machine.ts';
import type { Effect, EffectId, ExecutionEvent, Input, Instant, Note, RunStatus, Waiting } from './messages.ts';
import { comparePaths } from './order.ts';
import type { Program } from './program.ts';
import type { Delivery } from './schedule.ts';
import { wording } from './wording.ts';
import type { CallbackReply, Reply, World } from './world.ts';

/** A whole execution, from its start to its end or to where nothing can move it any more. */
export interface Run {
  readonly program: Program;
  readonly options: RunOptions;
  readonly status: RunStatus;
  readonly machine: Machine;
  readonly events: readonly ExecutionEvent[];
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  /** Names of the states entered, in order (R12). */
  readonly path: readonly string[];
  readonly waiting: readonly Waiting[];
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly virtualMs: Instant;
}

/** Why an execution cannot start with this input: the service takes objects only (R17). */
export function startProblem(input: Json): FlowError | undefined {
  return isObject(input) ? undefined : { code: 'InvalidArgument', detail: wording.inputNotObject(kindOf(input)) };
}

/** Runs a flow against a world that answers at once. Deterministic, and instant whatever the virtual time. */
export function simulate(program: Program, options: RunOptions, input: Json, world: World): Run {
  const draft = openDraft(program, createMachine(program, options));
  const problem = startProblem(input);
  if (!problem) playOut({ draft, world, queue: createHeap(comesBefore), replies: new Map() }, input);
  const running = draft.status === 'Running';
  const status = problem ? 'Invalid' : running || draft.status === 'Idle' ? 'Waiting' : draft.status;
  return new Played(program, options, status, draft, problem);
}

/** The history is made into objects only for those who ask; a class, since an object literal with getters is slow. */
class Played implements Run {
  readonly program: Program;
  readonly options: RunOptions;
  readonly status: RunStatus;
  readonly machine: Machine;
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  readonly waiting: readonly Waiting[];
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly virtualMs: Instant;
  readonly #draft: Draft;

  constructor(program: Program, options: RunOptions, status: RunStatus, draft: Draft, problem: FlowError | undefined) {
    this.program = program;
    this.options = options;
    this.status = status;
    this.machine = draft.snapshot();
    this.decisions = draft.decisions;
    this.notes = draft.notes;
    this.waiting = waitingFor(draft);
    this.output = draft.output;
    this.error = problem ?? draft.error;
    this.virtualMs = draft.now;
    this.#draft = draft;
  }
  get events(): readonly ExecutionEvent[] {
    return this.#draft.events;
  }
  get path(): readonly string[] {
    return this.#draft.path();
  }
}

/** Names of the states entered, in order; retries of a state itself are no new entries. */
export function pathOf(events: readonly ExecutionEvent[]): readonly string[] {
  const names: string[] = [];
  for (const event of events) if (event.type === 'StepEntered') names.push(event.stepName);
  return names;
}

/** A delivery with the place of its thread, which decides between simultaneous ones. */
interface Arrival extends Delivery {
  readonly path: Thread['path'];
}
interface Play {
  readonly draft: Draft;
  readonly world: World;
  readonly queue: Heap<Arrival>;
  /** Replies whose report is still to be scheduled. */
  readonly replies: Map<EffectId, Reply>;
}

const comesBefore = (a: Arrival, b: Arrival): boolean =>
  a.due !== b.due ? a.due < b.due : comparePaths(a.path, b.path) < 0;

const step: Input = { type: 'step' };

/** The same rule as `nextInput`, over a queue that is kept in order. */
function playOut(play: Play, input: Json): void {
  const { draft } = play;
  carryOut(play, draft.feed({ type: 'start', input }));
  while (draft.status === 'Running') {
    const ready = draft.ready();
    const arrival = nextArrival(play);
    if (arrival && arrival.due <= draft.now && !(ready && comparePaths(ready.path, arrival.path) < 0)) {
      play.queue.pop();
      deliver(play, arrival);
    } else if (ready) carryOut(play, draft.feed(step));
    else {
      const to = Math.min(draft.wakeUp() ?? Number.POSITIVE_INFINITY, arrival?.due ?? Number.POSITIVE_INFINITY);
      if (to === Number.POSITIVE_INFINITY && draft.wakeUp() === undefined && !arrival) return;
      draft.feed({ type: 'advance-clock', to });
    }
  }
}

/** Answers nobody waits for any more are dropped without touching the clock. */
function nextArrival({ draft, queue }: Play): Arrival | undefined {
  for (let top = queue.peek(); top; top = queue.peek()) {
    const { input } = top;
    if (input.type === 'task-reported' ? draft.holder(input.token) : draft.caller(input.effect)) return top;
    queue.pop();
  }
  return undefined;
}

function carryOut(play: Play, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'cancel') {
      play.replies.delete(effect.id);
      continue;
    }
    const { id, invocation } = effect;
    const reply = play.world.answer(invocation, id);
    const thread = play.draft.caller(id);
    if (reply.never === true || !thread) continue;
    if (invocation.token !== undefined) play.replies.set(id, reply);
    const input = { type: 'invocation-settled', effect: id, outcome: reply.outcome, notes: reply.notes ?? [] } as const;
    play.queue.push({ due: play.draft.now + duration(reply.latencyMs), path: thread.path, input });
  }
}

function deliver(play: Play, { input }: Arrival): void {
  carryOut(play, play.draft.feed(input));
  if (input.type !== 'invocation-settled') return;
  const reply = play.replies.get(input.effect);
  play.replies.delete(input.effect);
  const thread = play.draft.caller(input.effect);
  if (reply && thread?.phase.name === 'awaiting-callback') awaitReport(play, thread, thread.phase, reply);
}

/** The token begins to wait: its report is what the call brings with it, else what the world has scripted (R3). */
function awaitReport(
  play: Play,
  thread: Thread,
  { token, from }: Extract<Thread['phase'], { name: 'awaiting-callback' }>,
  reply: Reply,
): void {
  const [waiting] = waitingOf(thread);
  const scripted: CallbackReply | undefined = reply.later ?? (waiting && play.world.callback?.(waiting));
  if (!scripted) return;
  const by = reply.later?.by ?? from;
  const input = { type: 'task-reported', token, by, outcome: scripted.outcome } as const;
  play.queue.push({ due: play.draft.now + duration(scripted.afterMs), path: thread.path, input });
}

const duration = (milliseconds: number): number => (milliseconds > 0 ? milliseconds : 0);
