export type { CommandGroup } from './command.ts';
export { commandById, commands } from './commands.ts';
export type {
  Arrangement,
  Ask,
  BreakpointSetting,
  Dialog,
  DockTab,
  FlowEntry,
  KeptScenario,
  Notice,
  Result as EditResult,
  Reveal,
  Theme,
  Tone,
  Workbench,
  WorkbenchState,
} from './model.ts';
export { arrangements, dockTabs } from './model.ts';
export type { DownloadFile, Mocking, PeerMessage, Peers, Ports, Storage } from './ports.ts';
export type {
  NodeRun,
  ReportAnswer,
  ReportRecord,
  RunEntry,
  RunId,
  RunStanding,
  RunState,
  RunWord,
} from './run/model.ts';
export { isActive, isOver } from './run/words.ts';
export type { Checked, NodeMark } from './checks/model.ts';
export { selectPhaseInside, selectStopsInside, type Telling } from './inside.ts';
export { readInput } from './run/prepare.ts';
export { fileName } from './autosave.ts';
export { selectedStates, selectGraph, selectIsExample, selectIsUntaken, selectProblems } from './selectors.ts';
export { createWorkbench, prepareWorkbench } from './workbench.ts';
export {
  useAsk,
  useFlowGraph,
  useIsSelected,
  useNodeMark,
  useNodeRun,
  usePlacement,
  useWorkbench,
  useWorkbenchState,
  WorkbenchContext,
} from './hooks.ts';
export type { DocumentState, Transaction } from '../document/index.ts';
