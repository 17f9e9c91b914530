export { compileProgram } from './compile.ts';
export type { Decision } from './decision.ts';
export { createMachine, type Draft, openDraft, transition } from './draft.ts';
export {
  dataOf,
  nextWakeUp,
  readyThreads,
  type RunView,
  stateNameOf,
  type TokenState,
  tokenState,
  waitingFor,
} from './inspect.ts';
export type { Machine, RunOptions, Thread } from './machine.ts';
export {
  type Effect,
  type EffectId,
  type EventRecord,
  type EventType,
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
export type { Program } from './program.ts';
export { eventRecord, runReport, type RunReport } from './report.ts';
export { retryDelay, ruleFor } from './retry.ts';
export { type Delivery, nextInput } from './schedule.ts';
export {
  branchHere,
  cursorOfEvent,
  decisionsOf,
  eventCount,
  eventsAfter,
  eventsOf,
  feed,
  logOf,
  machineAt,
  moveTo,
  openSession,
  presentOf,
  type Session,
} from './session.ts';
export { pathOf, type Run, simulate, startProblem } from './simulate.ts';
export { type Difference, type Standing, stillHolds } from './still-holds.ts';
export { type Lane, lanesOf } from './moment/lanes.ts';
export { type ValueSource } from './moment/sources.ts';
export { evaluateAt, momentOf, type StateMoment } from './moment/state-moment.ts';
export type { Attempt, Child, Visit } from './moment/visit.ts';
export { visitsOf } from './moment/visits.ts';
export { timestamp } from './time.ts';
export type { CallbackReply, Reply, World } from './world.ts';
