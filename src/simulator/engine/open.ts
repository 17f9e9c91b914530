import { uuidFrom } from '../../fdl/index.ts';
import type { Join, Machine, Thread } from '../machine.ts';
import type { ThreadId } from '../messages.ts';
import { comparePaths } from '../order.ts';
import type { Program } from '../program.ts';
import { nextRandom } from '../random.ts';
import { defaultRoleArn, StateData } from './state-data.ts';
import { createEventLog } from './event-log.ts';
import { createHeap } from './heap.ts';
import { limitLifetime, newThread } from './children.ts';
import { limits } from './limits.ts';
import { type Live, type LiveExecution, type LiveJoin, type LiveThread, noEffects, note, type Timer } from './live.ts';
import { canStep } from './move.ts';

/** A mutable copy of a machine. Data is shared (it never changes), structure is not. */
export function openLive(program: Program, machine: Machine): Live {
  const live = emptyLive(program, machine);
  for (const { code, message, state } of machine.notes) note(live, code, message, state);
  for (const execution of machine.executions.values()) live.executions.set(execution.id, { ...execution });
  for (const thread of machine.threads.values()) adopt(live, thread);
  return live;
}

function emptyLive(program: Program, machine: Machine): Live {
  const { options } = machine;
  const live: Live = {
    program,
    options,
    flowName: options.flowName ?? program.name,
    quota: options.eventQuota ?? limits.events,
    lifetime: limits.lifetime[options.mode],
    status: machine.status,
    now: machine.now,
    output: machine.output,
    error: machine.error,
    random: machine.random,
    counters: { ...machine.counters },
    threads: new Map(),
    executions: new Map(),
    expiring: new Map(),
    root: undefined,
    current: undefined,
    ready: createHeap(actsFirst),
    timers: createHeap(isDueFirst),
    openEffects: new Map(),
    openTokens: new Map(),
    log: createEventLog(machine.counters.events),
    decisions: [],
    notes: [],
    noted: new Map(),
    effects: noEffects,
    overflow: undefined,
    data: new StateData(options.roleArn ?? defaultRoleArn),
    env: {
      random: () => draw(live),
      uuid: () => uuidFrom(() => draw(live)),
      note: (code, text) => hear(live, code, text),
    },
  };
  return live;
}

const actsFirst = (a: LiveThread, b: LiveThread): boolean => comparePaths(a.path, b.path) < 0;
const isDueFirst = (a: Timer, b: Timer): boolean => (a.at === b.at ? actsFirst(a.thread, b.thread) : a.at < b.at);

/** The next number of the run's own generator. */
function draw(live: Live): number {
  const { state, value } = nextRandom(live.random);
  live.random = state;
  return value;
}

function hear(live: Live, code: string, message: string): void {
  note(live, code, message, live.data.thread?.at);
}

/** Threads stand in the order in which they were made, a parent before its children. */
function adopt(live: Live, plain: Thread): void {
  const state = live.program.states.get(plain.at);
  const home = live.executions.get(plain.execution);
  if (!state || !home) return;
  const { id, slot, path, iteration, received: input, parent } = plain;
  const owner = parent === undefined ? undefined : live.threads.get(parent);
  const thread = newThread({ id, owner, slot, path, iteration, home, state, input });
  resume(thread, plain);
  live.threads.set(id, thread);
  if (owner?.join) owner.join.children[slot] = thread;
  if (!owner) live.root = thread;
  limitLifetime(live, thread);
  register(live, thread);
}

function resume(thread: LiveThread, plain: Thread): void {
  thread.input = plain.input;
  thread.retries = plain.retries;
  thread.attempts = plain.attempts;
  thread.error = plain.error;
  thread.lastEvent = plain.lastEvent;
  thread.startedEvent = plain.startedEvent;
  thread.phase = plain.phase;
  thread.join = plain.join && openJoin(plain.join);
}

function register(live: Live, thread: LiveThread): void {
  const { phase } = thread;
  if (canStep(thread, live.now)) {
    thread.queued = true;
    live.ready.push(thread);
  }
  if (phase.name === 'sleeping') live.timers.push({ at: phase.until, thread, phase });
  if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') return;
  live.openEffects.set(phase.effect, thread);
  if (phase.token !== undefined) live.openTokens.set(phase.token, thread);
  if (phase.deadline !== undefined) live.timers.push({ at: phase.deadline, thread, phase });
}

const openJoin = (join: Join): LiveJoin => ({ ...join, results: [...join.results], children: [] });

/** The run as plain data; nothing in it changes any more when the draft goes on. */
export function closeLive(live: Live): Machine {
  const threads = new Map<ThreadId, Thread>();
  for (const thread of live.threads.values()) threads.set(thread.id, plainThread(thread));
  const { options, status, now, output, error, random } = live;
  const executions = new Map([...live.executions].map(([id, execution]) => [id, plainExecution(execution)]));
  const { counters, notes } = live;
  return {
    options,
    status,
    now,
    threads,
    executions,
    output,
    error,
    random,
    counters: { ...counters },
    notes: [...notes],
  };
}

const plainExecution = ({ id, name, mode, input, global, until }: LiveExecution): LiveExecution => ({
  id,
  name,
  mode,
  input,
  global,
  until,
});

/** Written out field by field: spreading costs ten times as much, and there may be ten thousand threads. */
function plainThread(thread: LiveThread): Thread {
  return {
    id: thread.id,
    parent: thread.parent,
    slot: thread.slot,
    path: thread.path,
    iteration: thread.iteration,
    execution: thread.execution,
    at: thread.at,
    received: thread.received,
    input: thread.input,
    retries: thread.retries,
    attempts: thread.attempts,
    error: thread.error,
    lastEvent: thread.lastEvent,
    startedEvent: thread.startedEvent,
    phase: thread.phase,
    join: thread.join && plainJoin(thread.join),
  };
}

function plainJoin({ inputs, results, admitted, ended, tolerated, atOnce }: LiveJoin): Join {
  return { inputs, results: [...results], admitted, ended, tolerated, atOnce };
}
