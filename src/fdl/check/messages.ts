const list = (words: readonly string[]): string => words.join(', ');
const near = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;

/** What the checks say: what is wrong, and what to do about it. */
export const checkMessages = {
  computeIt: (message: string, key: string): string => `${message} To compute it write "${key}.$".`,
  notAFlow:
    'This is no flow definition: a flow begins with "Type: StateMachine". Open a flow file, or add Type, Name, SpecVersion, StartAt and States.',
  legacyFlow:
    'This flow is written in the legacy language (type: flow, steps). It has to be rewritten as Type: StateMachine with a list of States.',
  amazonFlow:
    'This looks like Amazon States Language. In FDL add "Type: StateMachine", and turn States into a list in which each state carries its Name.',
  missingFlowType: 'Type is missing. A flow begins with "Type: StateMachine".',
  wrongFlowType: 'Type of a flow is always StateMachine.',
  missingSpecVersion: 'SpecVersion is missing. Add "SpecVersion: v1".',
  wrongSpecVersion: 'SpecVersion is always v1.',
  missingFlowName: 'Name is missing. A flow carries the name it has in the service.',
  wrongFlowName: 'A flow name has 1 to 128 letters, digits, _ or -, and begins with a letter or _.',
  otherFlowName: (name: string): string => `The flow is called "${name}" where it is stored; Name has to be the same.`,
  missingStartAt: 'StartAt is missing. It names the state the flow begins with.',
  unknownStart: (name: string, suggestion: string | undefined): string =>
    `StartAt names "${name}", but there is no such state at the top of this flow.${near(suggestion)}`,
  missingStates: 'States is missing. It is a list of states, each beginning with a dash.',
  statesAreMap:
    'States is a mapping, but a list is expected: write each state as "- Name: …" with its own Name and Type.',
  statesNotList: 'States has to be a list of states, each beginning with a dash.',
  noStates: 'States is empty. A flow has at least one state.',
  stateNotMap: 'A state is a mapping with Name and Type; this list item is something else.',
  emptyState: 'This state is empty. It needs a Name and a Type.',
  unknownFlowKey: (key: string, suggestion: string | undefined): string =>
    `A flow has no attribute "${key}"; it is ignored.${near(suggestion)}`,
  tooLarge: (kib: string): string =>
    `The definition has at least ${kib} KiB; the service takes at most 1,024 KiB per request. Move parts into child flows.`,
  large: (kib: string): string => `The definition has ${kib} KiB; the service refuses more than 1,024 KiB.`,
  anchors:
    'Anchors, aliases and merge keys are understood here; the service does not document them. Write the values out before you deploy.',

  missingName: 'This state has no Name. Other states refer to it by its Name.',
  missingType: (types: readonly string[]): string => `This state has no Type. Choose one of ${list(types)}.`,
  unknownType: (type: string, types: readonly string[], suggestion: string | undefined): string =>
    `There is no state type "${type}"; there are ${list(types)}.${near(suggestion)}`,
  longName: (length: number): string =>
    `The name has ${length} characters. Names of more than 128 may be refused; shorten it.`,
  duplicateName: (name: string): string =>
    `Another state in this scope is called "${name}" already. Rename one of them.`,
  sameNameElsewhere: (name: string): string =>
    `A state in another scope is called "${name}" too; events and errors are hard to tell apart.`,
  deepScope: (depth: number): string => `States are nested ${depth} scopes deep. Move inner parts into child flows.`,

  noWayOut: 'Neither Next nor "End: true". Say which state follows, or that the scope ends here.',
  endAndNext: 'Both "End: true" and Next are given; End wins and Next is ignored.',
  unknownTarget: (key: string, name: string, suggestion: string | undefined): string =>
    `${key} names "${name}", but there is no such state in this scope.${near(suggestion)}`,
  targetElsewhere: (key: string, name: string): string =>
    `${key} names "${name}", which is in another scope. A state can only lead to states of its own scope.`,
  unreachable: 'No state leads here and StartAt does not name it: this state never runs.',
  noEnd:
    'From here no state ends this scope: the execution runs in circles until a limit stops it. Add "End: true" or a Succeed state on some way.',

  wrongType: (key: string, wanted: string, given: string): string => `${key} must be ${wanted}, not ${given}.`,
  emptyValue: (key: string): string => `${key} has no value. Give it one or remove the line.`,
  unknownKey: (type: string, key: string, suggestion: string | undefined): string =>
    `${type} has no attribute "${key}"; it is ignored.${near(suggestion)}`,
  ignoredOnEnd: (type: string, key: string): string => `${type} ends its scope by itself; ${key} is ignored here.`,
  ignoredGlobal: 'Fail hands nothing on; GlobalConstructor is ignored here.',
  noSuffix: (key: string): string => `${key} takes no ".$" suffix; remove it.`,
  undocumentedSuffix: (key: string): string =>
    `"${key}.$" is not documented for this state. It is evaluated here; the service may refuse it.`,
  ignoredSuffix: (key: string): string => `${key} cannot be computed; "${key}.$" is ignored.`,
  configInProcessor: 'ProcessorConfig stands beside Processor, not inside of it.',
  twice: (key: string): string => `Both "${key}" and "${key}.$" are given. Keep one of them.`,

  notText: (key: string): string =>
    `The value of "${key}" must be an expression written as text, such as $Input.name. For fixed data remove ".$" from the key.`,
  notExpression: (key: string): string =>
    `The value of "${key}" is no expression. For fixed text remove ".$" from the key.`,
  syntax: (problem: string): string => `${problem.replace(/\.$/, '')}.`,
  unknownVariable: (name: string, suggestion: string | undefined): string =>
    `There is no variable "${name}". Variables are $Input, $Output, $Context, $Global; text goes into quotes.${near(suggestion)}`,
  lowerCaseVariable: (name: string, right: string): string =>
    `Variables begin with a capital: write ${right} instead of ${name}.`,
  unknownFunction: (name: string, suggestion: string | undefined): string =>
    `There is no function "${name}".${near(suggestion)}`,
  argumentCount: (name: string, wanted: string, given: number): string => `${name} takes ${wanted}, not ${given}.`,
  arguments: (least: number, most: number): string => {
    const words = (count: number) => (count === 1 ? 'one argument' : `${count} arguments`);
    if (least === most) return words(least);
    return most === Infinity ? `at least ${words(least)}` : `${least} to ${words(most)}`;
  },
  functionDepth: (depth: number): string =>
    `Functions are nested ${depth} deep; 10 is the limit. Compute a part in an earlier constructor.`,
  outputHere: '$Output exists only in OutputConstructor and GlobalConstructor. Here the data of the state is $Input.',
  outputInCatch: '$Output is null in the OutputConstructor of a Catch rule; the error is in $Context.Current.Error.',
  unknownContext: (path: string): string => `$Context has nothing at "${path}".`,
  itemHere: '$Item exists only in the ItemConstructor of a distributed Map. Inside a Processor the element is $Input.',
  undocumentedOperator: (operator: string): string =>
    `"${operator}" is not documented. It works here as in the engine the service appears to use.`,
  undocumentedNull: 'A literal null is not documented. It works here as in the engine the service appears to use.',
  undocumentedFunction: (name: string): string => `${name} is listed in only one edition of the documents.`,
  literalExpression: (key: string): string =>
    `This is fixed text: without ".$" behind the key nothing is computed. Write "${key}.$" if an expression is meant.`,
  literalItem:
    'This is fixed text: items of a list are not computed. Build the list with toArray(…) under a key that ends in ".$".',

  missingAction: 'Action is missing. It says what to call, for example FC:InvokeFunction.',
  badAction: 'Action has the form Service:Operation, for example FC:InvokeFunction.',
  unknownService: (service: string, suggestion: string | undefined): string =>
    `"${service}" is no service with an integration of its own; the call is passed on as an OpenAPI operation.${near(suggestion)}`,
  badTaskMode: (modes: readonly string[], suggestion: string | undefined): string =>
    `TaskMode is one of ${list(modes)}.${near(suggestion)}`,
  expressMode: 'Express flows cannot wait for callbacks; TaskMode has to be RequestComplete.',
  unsupportedMode: (service: string, modes: readonly string[]): string =>
    `${service} is documented with ${list(modes)} only.`,
  badTimeout: 'Timeout is a whole number of seconds from 0 to 604800 (7 days), as number or text; 0 means no limit.',
  missingParameter: (action: string, key: string): string => `${action} needs the parameter ${key}.`,
  badInvocationType: 'invocationType is Sync or Async.',
  badArn:
    'This is no resource name of a function. It looks like acs:fc:{region}:{account}:functions/{function}/LATEST or acs:fc:::services/{service}.LATEST/functions/{function}.',
  syncCallback: (mode: string): string => `${mode} works with invocationType Async; with Sync the documents disagree.`,
  tokenMissing:
    'Nobody can answer this task: no parameter hands out the token. Add for example "callbackToken.$: $Context.Current.TaskToken" to the body.',
  badMethod: (methods: readonly string[]): string => `method is one of ${list(methods)}.`,

  missingSeconds: 'Seconds is missing. Say how long to wait, or compute it with "Seconds.$".',
  badSeconds: (most: number, mode: string): string => `Seconds is a whole number from 1 to ${most} in ${mode} mode.`,

  noBranches: 'A Choice needs at least one branch with Condition and Next.',
  missingDefault: 'Default is missing. It names the state to go to when no condition is true.',
  transitionOnChoice: (key: string): string => `A Choice has no ${key}: it goes on through its branches and Default.`,
  missingCondition: 'This branch has no Condition.',
  missingBranchNext: 'This branch has no Next.',
  branchNotMap: 'A branch is a mapping with Condition and Next.',
  badCondition: (problem: string): string => `The condition is no expression: ${problem.replace(/\.$/, '')}.`,
  conditionSuffix: 'Condition takes no ".$" suffix: it is always an expression.',
  ignoredOnChoice: (key: string): string => `A Choice has no ${key}; it is ignored.`,
  notBoolean: 'A condition has to be true or false; this one gives something else.',

  noParallelBranches: 'A Parallel needs at least one branch.',
  tooManyBranches: (count: number): string => `A Parallel has at most 50 branches; these are ${count}.`,
  scopeNotMap: (what: string): string => `${what} is a mapping with StartAt and States.`,
  scopeLacks: (what: string, key: string): string => `${what} has no ${key}.`,
  scopeStates: (what: string): string => `States of ${what} has to be a list with at least one state.`,
  branch: 'This branch',
  processor: 'Processor',

  missingItemsPath: 'ItemsPath is missing. It gives the list to go through, for example $Input.items.',
  missingProcessor: 'Processor is missing. It holds StartAt and States for each element.',
  concurrencySpelling: 'The documents spell this attribute MaxConcuccency. Both spellings are read here.',
  lowConcurrency: 'At least one element has to run at a time.',
  highConcurrency: 'An inline Map runs at most 40 elements at a time.',
  onlyDistributed: (key: string): string => `${key} acts only in distributed mode, that is with ProcessorConfig.`,
  globalInMap:
    'Each iteration overwrites the same keys of $Global. Collect results through the output of the Map instead.',
  globalInBranches: (key: string): string =>
    `Another branch writes "${key}" of $Global too; which one stays depends on timing. Use different keys.`,
  longGlobalKey: 'A key of $Global has at most 128 bytes.',

  missingDetail: 'Detail is missing. The documents ask for a text that tells people what happened.',

  rulesNotList: (key: string): string => `${key} is a list of rules, each beginning with a dash.`,
  ruleNotMap: (key: string): string => `A rule of ${key} is a mapping that begins with Errors.`,
  missingErrors: 'This rule has no Errors: a list with at least one error name, for example [FnF.ALL].',
  badErrors: 'Errors is a list of error names.',
  missingRuleDescription: 'The documents ask for a Description in every rule.',
  missingInRetry: (key: string): string => `This retry rule has no ${key}.`,
  badRetryNumber: (key: string, least: number, most: number): string =>
    most === Infinity
      ? `${key} is a whole number, ${least} or more.`
      : `${key} is a whole number from ${least} to ${most}.`,
  negativeRate: 'BackoffRate cannot be negative.',
  lowRate: 'A BackoffRate below 1 makes the intervals shorter and shorter.',
  missingCatchNext: 'This catch rule has no Next: the state that takes over.',
  allFirst: 'FnF.ALL matches every error, so the rules after it are never reached. Put it into the last rule.',
  repeatedError: (name: string): string => `An earlier rule takes "${name}" already; here it is never reached.`,
  noRecovery: (type: string, key: string): string => `${type} has no ${key}; only Task, Parallel and Map have.`,
  catchInput: 'Without an OutputConstructor the next state gets an empty input. Add one that hands on what it needs.',
  onErrors:
    'OnErrors was removed from the language. Write Retry rules (Errors, MaxAttempts, IntervalSeconds) and Catch rules (Errors, Next).',
  untilDateTime: 'UntilDateTime was removed from the language. Compute the seconds and wait with "Seconds.$".',

  fixSpelling: (word: string): string => `Change to "${word}"`,
  fixEnd: 'Add "End: true"',
  fixLeadTo: (name: string): string => `Lead to ${name}, as Default does`,
  fixNewEnd: 'Lead to a new Succeed',
  fixRemove: (key: string): string => `Remove ${key}`,
  fixComputed: (key: string): string => `Write "${key}.$"`,
  fixFixed: (key: string): string => `Write "${key}" without ".$"`,
  fixAdd: (line: string): string => `Add "${line}"`,
  fixQuote: 'Put it in quotes',

  aText: 'text',
  aFlag: 'true or false',
  aName: 'the name of a state',
  aMapping: 'a mapping',
  aList: 'a list',
  aWholeNumber: 'a whole number',
  aNumber: 'a number',
  anExpression: 'an expression',
  given: { list: 'a list', map: 'a mapping', text: 'text', number: 'a number', flag: 'true or false', null: 'empty' },
} as const;
