/** Every sentence of the canvas. */
import type { Outlet, StateType } from '../fdl/index.ts';

export const messages = {
  region: 'Canvas',
  node: (type: string, name: string) => `${type} ${name}`,
  unknownType: 'State',
  unnamed: '(no name)',
  problems: (errors: number, warnings: number) =>
    [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  noProblems: 'no problems',
  stale: 'its text cannot be read right now; shown as it was',
  breakpoint: 'breakpoint',
  marks: {
    covered: 'covered by scenarios',
    partly: 'covered in part',
    uncovered: 'not covered',
    differs: 'a scenario fails here',
  },
  collapsed: 'closed',
  ends: 'ends here',
  entered: (times: number) => `entered ${times} times`,
  retried: (times: number) => (times === 1 ? 'retried once' : `retried ${times} times`),
  inside: (phase: string) => `${phase} inside`,
  open: (name: string) => `Open ${name}`,
  close: (name: string) => `Close ${name}`,
  outlet: { start: 'Start', next: 'Next', default: 'Default' } as const,
  branchOutlet: (index: number, label: string) => `Branch ${index}: ${label}`,
  catchOutlet: (label: string) => `On ${label}`,
  startEdge: (to: string) => `Start: to ${to}`,
  edge: (outlet: string, from: string, to: string) => `${outlet}: from ${from} to ${to}`,
  untaken: 'no scenario goes this way',
  insertHere: 'Insert a state here',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  zoomControls: 'Zoom',
  minimap: 'Overview',
  empty: {
    title: 'Nothing to draw yet',
    unreadable: 'This text cannot be drawn as a flow',
    text: 'Drag a state here from the palette, press one of its buttons, or write YAML in the editor.',
    menu: 'Or press the right mouse button for a menu.',
  },
  emptyScope: 'Drop a state here',
  stalePicture: 'The text cannot be read at the moment. This is the last picture that could be drawn.',
  staleGo: 'Show where',
  add: (type: StateType) => `Add ${type}`,
  menu: {
    node: 'State',
    canvas: 'Canvas',
    edge: 'Edge',
    add: 'Add a state',
    form: 'Go to form',
    rename: 'Rename',
    connect: 'Connect to …',
    duplicate: 'Duplicate',
    copy: 'Copy as YAML',
    cut: 'Cut',
    paste: 'Paste',
    remove: 'Remove',
    disconnect: 'Disconnect',
    breakpoint: 'Toggle breakpoint',
    condition: 'Breakpoint with a condition …',
    /** The field of the inspector that it goes to, by its label there. */
    conditionField: 'Breakpoint condition',
    runTo: 'Run to here',
    addBranch: 'Add a branch',
    removeBranch: 'Remove this branch',
    open: 'Open',
    close: 'Close',
    showInText: 'Show in the text',
    selectAll: 'Select all',
    exits: 'Ways out',
    addAfter: 'Add after it',
    fit: 'Show everything',
    tidy: 'Tidy up',
  },
  pasteByKey: 'The browser does not let a menu read the clipboard here. Press Ctrl+V on the canvas instead.',
  copyByKey:
    'The browser does not let a menu write to the clipboard here. Press Ctrl+C or Ctrl+X on the canvas instead.',
  nothingToCopy: 'The selected states cannot be copied while their text cannot be read.',
  copied: (states: number) => `${count(states, 'state')} copied as YAML`,
  moved: (states: number) => (states === 1 ? 'Move a state on the canvas' : `Move ${states} states on the canvas`),
  aligned: (states: number) => `Align ${states} states`,
  arrange: {
    oneScope: 'States in different scopes cannot be lined up with each other.',
    two: 'Select at least two states to line them up.',
    three: 'Select at least three states to space them out evenly.',
  },
  connectMode: {
    noOutlet: 'This state leads nowhere: there is nothing to connect.',
    begin: (outlet: string, name: string, target: string) =>
      `Connecting ${outlet} of ${name}. Now at ${target}. Arrow keys choose the target, C takes the next outlet, Enter connects, Escape gives up.`,
    target: (name: string) => `Target ${name}`,
    badTarget: (name: string, reason: string) => `${name}: ${reason}`,
    nobody: 'There is no other state to connect to.',
    ended: 'Connecting ended',
    done: (outlet: string, from: string, to: string) => `${outlet} of ${from} now leads to ${to}`,
    chooseTarget: 'Arrow keys choose, Enter connects, Escape gives up',
  },
  disconnected: 'Disconnected',
  chooser: { nothing: 'Nothing of that name' },
  outline: {
    region: 'Outline',
    tree: 'Structure of the flow',
    empty: 'No states yet. Press Insert or use the palette to add the first one.',
    leadsTo: (name: string) => `leads to ${name}`,
    to: 'to',
    nowhere: 'nowhere yet',
    ends: 'ends here',
    target: (outlet: string) => `${outlet} leads to`,
    moveTo: 'Move to another scope',
    find: 'Go to a state',
    wholeFlow: 'The flow itself',
    scopePart: (part: string) => (part === 'Processor' ? 'each item' : part),
    leadsNowhere: 'This way out leads nowhere: there is nothing to cut.',
    staysWithMap: 'What a Map does for each item goes with the Map itself.',
    noOrder:
      'Only conditions, errors and branches have an order that counts. To put a state into another scope, cut and paste it or use its menu.',
    noScope: 'There is no other scope to move to.',
    nothingToConnect: 'This line has no way out to connect.',
    renaming: (name: string) => `New name for ${name}`,
    rename: 'Rename',
    connect: 'Connect to …',
    goToTarget: 'Go to its target',
    moveUp: 'Move up',
    moveDown: 'Move down',
    moveTitle: 'Move to another scope …',
    choose: 'Ways out',
    hint: 'Arrow keys walk, Insert adds, Shift+Enter connects, F2 renames, Delete removes, Shift+F10 opens a menu.',
  },
} as const;

function count(n: number, what: string): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}

/** What an outlet is called, for people. */
export function outletName({ outlet, label }: { readonly outlet: Outlet; readonly label: string }): string {
  if (outlet.kind === 'branch') return messages.branchOutlet(outlet.index, label);
  if (outlet.kind === 'catch') return messages.catchOutlet(label);
  return messages.outlet[outlet.kind];
}
