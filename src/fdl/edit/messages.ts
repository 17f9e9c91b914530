/** Everything edits say to people, in English. A second language is a second file of this shape. */
export const editMessages = {
  // Labels, shown beside Undo
  add: (type: string, name: string) => `Add ${type} ${name}`,
  insert: (type: string, name: string) => `Insert ${type} ${name}`,
  remove: (names: readonly string[]) => `Remove ${several(names)}`,
  duplicate: (names: readonly string[]) => `Duplicate ${several(names)}`,
  rename: (from: string, to: string) => `Rename ${from} to ${to}`,
  connect: (from: string, to: string) => `Connect ${from} → ${to}`,
  disconnect: (from: string) => `Disconnect ${from}`,
  setField: (field: string, name: string) => `Set ${field} of ${name}`,
  clearField: (field: string, name: string) => `Clear ${field} of ${name}`,
  setFlowField: (field: string) => `Set ${field}`,
  addBranch: (name: string) => `Add a branch to ${name}`,
  removeBranch: (name: string, index: number) => `Remove branch ${index + 1} of ${name}`,
  moveBranch: (name: string, index: number) => `Move branch ${index + 1} of ${name}`,
  moveItem: (field: string, name: string) => `Reorder ${field} of ${name}`,
  move: (names: readonly string[]) => `Move ${several(names)}`,
  paste: (names: readonly string[]) => `Paste ${several(names)}`,
  makeLocal: (field: string, name: string) => (field === '' ? `Write out ${name}` : `Write out ${field} of ${name}`),
  newFlowName: 'new_flow',
  start: 'start',
  unnamed: 'the unnamed state',
  flow: 'the flow',

  outlets: { start: 'start', next: 'Next', default: 'Default', branch: 'branch', catch: 'Catch rule' },

  // Refusals
  unreadable: (line: number, why: string) => `The text cannot be read at line ${line}: ${why} Mend it there first.`,
  unreadableState: (name: string, line: number) =>
    `${name || 'This state'} cannot be read right now; mend line ${line} first.`,
  noSuchState: (name: string) => `There is no state ${name} in this flow (any more).`,
  noSuchScope: 'The place for this state does not exist (any more).',
  nothingToDo: 'Nothing is selected.',
  emptyName: 'A state needs a name.',
  noSuchType: (type: string) => `There is no state type ${type}.`,
  nameTaken: (name: string) => `There is already a state ${name} in this scope.`,
  otherScope: (to: string) =>
    `${to} is in another scope. A transition can only lead to a state of the same branch, processor or flow.`,
  noOutlet: (type: string, outlet: string) => `A ${type} has no ${outlet} to lead on from.`,
  noSuchOutlet: (outlet: string, index: number) => `There is no ${outlet} number ${index + 1}.`,
  unnamedTarget: 'This state has no name yet, so nothing can lead to it. Give it a name first.',
  hiddenTarget: (name: string) =>
    `Two states are called ${name}; a transition always finds the first. Rename one of them.`,
  nothingConnected: 'Nothing is connected there.',
  endsHere: (type: string) =>
    `A ${type} ends the scope, so nothing can follow it. Put it beside the connection instead.`,
  noBranches: (type: string) => `A ${type} has no branches.`,
  noSuchBranch: (index: number) => `There is no branch number ${index + 1}.`,
  noSuchField: (field: string) => `${field} is not set.`,
  notAList: (field: string) => `${field} is not a list.`,
  throughList: (field: string) => `${field} is a list; name the position of an item in it.`,
  throughValue: (field: string) => `${field} holds a single value; nothing can be set inside of it.`,
  listGap: (field: string) => `${field} has fewer items than that.`,
  notJson: 'Only text, numbers, true, false, null, lists and objects can be written here.',
  tooDeep: 'This value is nested too deeply.',
  emptyPath: 'An edit needs the name of a field.',
  statesByEdit: 'States are added and removed one by one, not replaced as a whole.',
  stateIsMapping:
    'A state is a mapping with Name and Type, and States a list of them; nothing else can stand in their place.',
  intoItself: (name: string) => `${name} cannot be moved into itself.`,
  notStates: 'The text to paste holds no states: a list of states, one state or a flow is expected.',
  brokenPaste: (why: string) => `The text to paste cannot be read: ${why}`,
  shared: (anchor: string, others: readonly string[]) =>
    `This is written once (&${anchor}) and used in several places: changing it here would also change ${several(others)}. Write it out on its own first.`,
  fromElsewhere: (anchor: string, others: readonly string[]) =>
    `This comes from *${anchor}: changing it here would also change ${several(others)}. Write it out on its own first.`,
  notShared: 'Nothing here comes from elsewhere.',
  cannotPatch: (line: number) =>
    `What is written at line ${line} cannot be changed safely from here. Nothing was changed; edit it in the text.`,
} as const;

/** `A`, `A and B`, `A, B and 3 more`. */
function several(names: readonly string[]): string {
  const [first = '', second, ...rest] = names;
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}
