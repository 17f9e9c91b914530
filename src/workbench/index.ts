export { type Command, commands, type CommandGroup, commandById } from './commands.ts';
export type {
  Arrangement,
  Ask,
  BreakpointSetting,
  Dialog,
  DockTab,
  EditOptions,
  FlowEntry,
  FlowSettings,
  KeptScenario,
  NewNotice,
  Notice,
  NoticeAction,
  Preferences,
  Result as EditResult,
  Reveal,
  SavedInput,
  SavedState,
  Theme,
  Tone,
  View,
  ViewState,
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
  RunVerbs,
  RunWord,
} from './run/model.ts';
export { isActive, isOver } from './run/words.ts';
export type { Checked, ChecksState, CheckVerbs, NodeMark } from './checks/model.ts';
export { readInput } from './run/prepare.ts';
export { fileName } from './autosave.ts';
export { selectedStates, selectGraph, selectNodeRun, selectPlacement, selectProblems } from './selectors.ts';
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
export type { DocumentState, Origin, Positions, Transaction } from '../document/index.ts';
