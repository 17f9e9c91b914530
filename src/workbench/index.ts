export { type Command, commands, type CommandGroup, commandById } from './commands.ts';
export type {
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
export { dockTabs } from './model.ts';
export type { DownloadFile, Mocking, PeerMessage, Peers, Ports, Storage } from './ports.ts';
export type { NodeRun, ReportAnswer, ReportRecord, RunState, RunVerbs, RunWord } from './run/model.ts';
export { readInput } from './run/prepare.ts';
export { fileName } from './autosave.ts';
export { selectedStates, selectGraph, selectNodeRun, selectPlacement, selectProblems } from './selectors.ts';
export { createWorkbench, prepareWorkbench } from './workbench.ts';
export {
  useAsk,
  useFlowGraph,
  useIsSelected,
  useNodeRun,
  usePlacement,
  useWorkbench,
  useWorkbenchState,
  WorkbenchContext,
} from './hooks.ts';
export type { DocumentState, Origin, Positions, Transaction } from '../document/index.ts';
