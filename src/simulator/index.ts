export { compileProgram } from './compile.ts';
export type { Decision, DecisionKind } from './decision.ts';
export { createMachine, type Draft, openDraft, type Transition, transition } from './draft.ts';
export { limits } from './engine/limits.ts';
export {
  dataOf,
  nextWakeUp,
  readyThreads,
  runStatus,
  type RunView,
  stateNameOf,
  threadAt,
  type TokenState,
  tokenState,
  waitingFor,
  waitingOf,
} from './inspect.ts';
export type { Counters, Execution, Join, Machine, MachineStatus, Phase, RunOptions, Thread } from './machine.ts';
export {
  type Effect,
  type EffectId,
  type EventRecord,
  type EventType,
  eventTypes,
  type ExecutionEvent,
  type ExecutionMode,
  type Input,
  type Instant,
  type Invocation,
  type Note,
  type RunStatus,
  type TaskToken,
  type ThreadId,
  type Waiting,
} from './messages.ts';
export { comparePaths } from './order.ts';
export type { CompiledCatch, CompiledScope, CompiledState, Program, Target, Work } from './program.ts';
export { eventRecord, noteText, runReport, type RunReport, type WaitingReport } from './report.ts';
export { retryDelay, ruleFor } from './retry.ts';
export { type Delivery, nextInput, type Scheduled } from './schedule.ts';
export {
  branchHere,
  cursorOfEvent,
  decisionsOf,
  eventsOf,
  feed,
  type LogEntry,
  logOf,
  machineAt,
  moveTo,
  openSession,
  presentOf,
  type Session,
} from './session.ts';
export { type Replayed, replayUnder } from './replay.ts';
export { pathOf, type Run, simulate, startProblem } from './simulate.ts';
export { type Difference, type Standing, stillHolds } from './still-holds.ts';
export { type Lane, lanesOf } from './moment/lanes.ts';
export { sourcesOf, type StateSources, type ValueSource } from './moment/sources.ts';
export { dataAt, evaluateAt, momentOf, scopeAt, type StateMoment } from './moment/state-moment.ts';
export { type Attempt, type Child, errorOf, rawOf, type Visit, visitsOf } from './moment/visits.ts';
export { timestamp } from './time.ts';
export type { CallbackReply, Reply, World } from './world.ts';
