export type { Answer, Call, CallMatch, FunctionCard } from './answer.ts';
export { type AnswerBook, createAnswers, matches } from './answers.ts';
export { formatDuration, parseDuration } from './duration.ts';
export { formatInstant, parseInstant } from './instant.ts';
export { nearest } from './nearest.ts';
export { describeProblem, readScenario } from './read/read-scenario.ts';
export {
  emptyScenario,
  type ErrorPattern,
  type Expectations,
  type Scenario,
  type ScenarioProblem,
  type ScriptedCallback,
} from './scenario.ts';
export { compareExpectations, type RunFacts, visitsOf } from './expectations.ts';
export {
  defaultSeed,
  defaultStartTime,
  judgeScenario,
  type MakeWorld,
  type PlayedScenario,
  playScenario,
  runOptionsOf,
  type ScenarioWorld,
  type Verdict,
  type WorldWanted,
} from './run-scenario.ts';
export { scenarioJson, writeScenario } from './write-scenario.ts';
export {
  type Coverage,
  type CoverageItem,
  type CoverageKind,
  coverageKinds,
  type CoverageSheet,
  createCoverage,
  mergeCoverage,
  type Traced,
} from './coverage.ts';
export {
  align,
  type ComparedRun,
  compareRuns,
  type PathRow,
  type RunComparison,
  type StageDifference,
  visitDifferences,
} from './compare-runs.ts';
export {
  type Fate,
  type Fault,
  type FaultCell,
  faultCell,
  faultMatrix,
  type FaultMatrix,
  faultTable,
  tasksOf,
} from './fault-matrix.ts';
export { type FailurePlace, firstFailure } from './first-failure.ts';
export { diffValues, pathText, type ValueDifference } from './value-diff.ts';
export { type ExpectableFact, expectableFacts, type Recording, recordScenario } from './record-scenario.ts';
