import { failure, type Json, type JsonObject, ok, type Result } from '../base/index.ts';
import type { Flow, FlowError, StateId } from '../fdl/index.ts';
import {
  compileProgram,
  createMachine,
  type Draft,
  type Effect,
  type EventType,
  type Input,
  openDraft,
  pathOf,
  type RunOptions,
  stateNameOf,
  type TaskToken,
  type Thread,
  waitingFor,
} from '../simulator/index.ts';

export const testOptions: RunOptions = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 };

/** A run under a test's own hands: every input is a sentence, every question an answer to compare with. */
export interface RunInHand {
  readonly draft: Draft;
  readonly start: (input?: Json) => RunInHand;
  /** Lets the thread whose turn it is act once. */
  readonly step: () => RunInHand;
  /** Steps until nobody can act. */
  readonly settle: () => RunInHand;
  /** Lets time pass: to the next wake-up, or by so many milliseconds. */
  readonly advance: (milliseconds?: number) => RunInHand;
  /** Answers the oldest open call: what the function returned. */
  readonly reply: (value?: Json) => RunInHand;
  readonly replyWithError: (code: string, detail?: string) => RunInHand;
  readonly succeed: (output?: Json, token?: TaskToken) => RunInHand;
  readonly failTask: (code: string, detail?: string, token?: TaskToken) => RunInHand;
  readonly stop: (error?: string, cause?: string) => RunInHand;
  readonly feed: (input: Input) => RunInHand;
  /** What each thread stands before or waits for, one a line. */
  readonly waiting: () => string;
  readonly token: () => TaskToken;
  readonly outcome: () => JsonObject | string;
  readonly path: () => readonly string[];
  readonly now: () => number;
  readonly events: () => readonly EventType[];
  readonly notes: () => readonly string[];
  readonly calls: () => readonly Extract<Effect, { type: 'invoke' }>[];
  readonly cancelled: () => readonly number[];
}

export function run(flow: Flow, options: Partial<RunOptions> = {}): RunInHand {
  const program = compileProgram(flow);
  const draft = openDraft(program, createMachine(program, { ...testOptions, ...options }));
  const calls: Extract<Effect, { type: 'invoke' }>[] = [];
  const cancelled: number[] = [];

  const feed = (input: Input): RunInHand => {
    for (const effect of draft.feed(input)) {
      if (effect.type === 'invoke') calls.push(effect);
      else cancelled.push(effect.id);
    }
    return hand;
  };
  const answer = (outcome: (call: Extract<Effect, { type: 'invoke' }>) => Result<Json, FlowError>): RunInHand => {
    const call = calls.find(({ id }) => draft.caller(id)?.phase.name === 'invoking');
    if (!call) throw new Error('no call is open');
    return feed({ type: 'invocation-settled', effect: call.id, outcome: outcome(call) });
  };
  const token = (): TaskToken => {
    const [first] = waitingFor(draft).flatMap((waiting) => waiting.token ?? []);
    if (first === undefined) throw new Error('no token waits');
    return first;
  };
  const hand: RunInHand = {
    draft,
    feed,
    start: (input = {}) => feed({ type: 'start', input }),
    step: () => feed({ type: 'step' }),
    settle: () => {
      while (draft.ready()) feed({ type: 'step' });
      return hand;
    },
    advance: (ms) =>
      feed({ type: 'advance-clock', to: ms === undefined ? (draft.wakeUp() ?? draft.now) : draft.now + ms }),
    reply: (value = {}) => answer(({ invocation }) => ok(rawOutput(invocation.action, invocation.mode, value))),
    replyWithError: (code, detail = '') => answer(() => failure({ code, detail })),
    succeed: (output = {}, given = token()) =>
      feed({ type: 'task-reported', token: given, by: 'custom', outcome: ok(output) }),
    failTask: (code, detail = '', given = token()) =>
      feed({ type: 'task-reported', token: given, by: 'custom', outcome: failure({ code, detail }) }),
    stop: (error = 'Stopped', cause = '') => feed({ type: 'stop', error, cause }),
    waiting: () => [...draft.threads.values()].map(standing).join('\n'),
    token,
    outcome: () => outcomeOf(draft),
    path: () => pathOf(draft.events),
    now: () => draft.now,
    events: () => draft.events.map((event) => event.type),
    notes: () => draft.notes.map((note) => note.code),
    calls: () => calls,
    cancelled: () => cancelled,
  };
  return hand;
}

/** What a Task yields when its service answers with a value: FC wraps it in `Body` under RequestComplete (9.2). */
export function rawOutput(action: string, mode: string, value: Json): Json {
  return action === 'FC:InvokeFunction' && mode === 'RequestComplete' ? { Body: value } : value;
}

function standing({ at, phase }: Thread): string {
  const name = stateNameOf(at);
  switch (phase.name) {
    case 'ready':
      return `${name}: ready`;
    case 'sleeping':
      return `${name}: ${phase.because} until ${phase.until}`;
    case 'invoking':
      return `${name}: call ${phase.effect}`;
    case 'awaiting-callback':
      return `${name}: ${phase.from} callback`;
    case 'joining':
      return `${name}: joining`;
  }
}

function outcomeOf(draft: Draft): JsonObject | string {
  if (draft.status === 'Succeeded') return { succeeded: draft.output ?? null };
  if (draft.error) return { [draft.status.toLowerCase()]: draft.error.code, detail: draft.error.detail };
  if (draft.status === 'Idle') return 'Ready';
  return draft.ready() || draft.wakeUp() !== undefined ? 'Running' : 'Waiting';
}

/** The first thread that stands before a state or is in it. */
export const threadAt = (draft: Draft, state: string): Thread | undefined =>
  [...draft.threads.values()].find((thread) => thread.at === (state as StateId));
