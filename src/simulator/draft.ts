import type { Decision } from './decision.ts';
import { nextTimer } from './engine/clock.ts';
import { eventsIn, namesEntered } from './engine/event-log.ts';
import { feedLive } from './engine/feed.ts';
import { closeLive, openLive } from './engine/open.ts';
import type { Live } from './engine/live.ts';
import { firstReady } from './engine/step.ts';
import type { Machine, RunOptions, Thread } from './machine.ts';
import type { Effect, EffectId, ExecutionEvent, Input, Instant, Note, TaskToken } from './messages.ts';
import type { Program } from './program.ts';

/** A run before its `start`. */
export function createMachine(program: Program, options: RunOptions): Machine {
  return {
    options: { ...options, flowName: options.flowName ?? program.name },
    status: 'Idle',
    now: 0,
    threads: new Map(),
    executions: new Map(),
    output: undefined,
    error: undefined,
    counters: { threads: 0, effects: 0, events: 0, executions: 0, quiet: 0 },
    random: options.seed >>> 0,
    notes: [],
  };
}

/**
 * A private, mutable copy of a machine: the fast way to feed many inputs. One input costs the same however many
 * threads are alive. What it shows (`threads`, `events`) goes on changing; `snapshot` gives a value that does not.
 */
export interface Draft extends Pick<Machine, 'options' | 'status' | 'now' | 'threads' | 'executions' | 'counters'> {
  readonly program: Program;
  readonly output: Machine['output'];
  readonly error: Machine['error'];
  /** Everything that happened since the draft was opened. */
  readonly events: readonly ExecutionEvent[];
  /** Names of the states entered since then, in order (R12); cheaper than the events. */
  readonly path: () => readonly string[];
  readonly decisions: readonly Decision[];
  /** All notes of the run so far. */
  readonly notes: readonly Note[];
  /** Feeds an input; what does not fit the moment changes nothing. Never throws. */
  readonly feed: (input: Input) => readonly Effect[];
  readonly snapshot: () => Machine;
  /** The thread whose turn it is at this instant, and the next instant something happens by itself. */
  readonly ready: () => Thread | undefined;
  readonly wakeUp: () => Instant | undefined;
  /** The thread that still waits for an answer to this call or a report on this token. */
  readonly caller: (effect: EffectId) => Thread | undefined;
  readonly holder: (token: TaskToken) => Thread | undefined;
}

export function openDraft(program: Program, machine: Machine): Draft {
  return new LiveDraft(openLive(program, machine));
}

/** A class for its getters: making an object literal with as many takes as long as running a short flow. */
class LiveDraft implements Draft {
  readonly #live: Live;

  constructor(live: Live) {
    this.#live = live;
  }

  get program(): Program {
    return this.#live.program;
  }
  get options(): RunOptions {
    return this.#live.options;
  }
  get threads(): Draft['threads'] {
    return this.#live.threads;
  }
  get executions(): Draft['executions'] {
    return this.#live.executions;
  }
  get counters(): Draft['counters'] {
    return this.#live.counters;
  }
  get decisions(): readonly Decision[] {
    return this.#live.decisions;
  }
  get notes(): readonly Note[] {
    return this.#live.notes;
  }
  get status(): Draft['status'] {
    return this.#live.status;
  }
  get now(): Instant {
    return this.#live.now;
  }
  get output(): Draft['output'] {
    return this.#live.output;
  }
  get error(): Draft['error'] {
    return this.#live.error;
  }
  get events(): readonly ExecutionEvent[] {
    return eventsIn(this.#live.log);
  }

  path(): readonly string[] {
    return namesEntered(this.#live.log);
  }
  feed(input: Input): readonly Effect[] {
    return feedLive(this.#live, input);
  }
  snapshot(): Machine {
    return closeLive(this.#live);
  }
  ready(): Thread | undefined {
    return this.#live.status === 'Running' ? firstReady(this.#live) : undefined;
  }
  wakeUp(): Instant | undefined {
    return this.#live.status === 'Running' ? nextTimer(this.#live) : undefined;
  }
  caller(effect: EffectId): Thread | undefined {
    return this.#live.openEffects.get(effect);
  }
  holder(token: TaskToken): Thread | undefined {
    return this.#live.openTokens.get(token);
  }
}

export interface Transition {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
  readonly events: readonly ExecutionEvent[];
}

/** The next machine, what it wants done, what happened. Pure and total. For many inputs in a row use a draft. */
export function transition(program: Program, machine: Machine, input: Input): Transition {
  const draft = openDraft(program, machine);
  const effects = draft.feed(input);
  return { machine: draft.snapshot(), effects, events: draft.events };
}
