/**
 * The sentences of this layer, in English. A second language is a second file of this shape. (Here `messages.ts` holds
 * what goes into and out of the engine.)
 */
export const wording = {
  inputNotObject: (what: string) => `The execution input must be a JSON object; this is ${what}.`,
  noSuchState: (name: string) => `No state of this scope is named "${name}".`,
  noTransition: 'The state has neither End: true nor a Next.',
  unknownType: (type: string) => `"${type}" is not a state type this program can run.`,
  noWork: (what: string) => `The state cannot run without ${what}.`,
  tooManyBranches: (count: number, most: number) => `A Parallel has at most ${most} branches; this one has ${count}.`,
  modeInExpress: (mode: string) => `An Express execution supports RequestComplete only, not ${mode}.`,
  dataNotObject: (which: string, what: string) => `The ${which} of a state must be a JSON object; this is ${what}.`,
  dataTooLarge: (which: string, most: number) => `The ${which} is larger than ${most} bytes of JSON.`,
  globalTooLarge: (key: string, most: number) => `The value of $Global.${key} is larger than ${most} bytes of JSON.`,
  globalKeyTooLong: (key: string, most: number) => `The $Global key "${key}" is longer than ${most} bytes.`,
  globalNotObject: (what: string) => `A GlobalConstructor must build a JSON object; this is ${what}.`,
  notBoolean: (text: string, what: string) => `The condition ${text} must be true or false; its value is ${what}.`,
  outOfRange: (field: string, what: string, least: number, most: number) =>
    `${field} must be a whole number from ${least} to ${most}; this is ${what}.`,
  itemsNotList: (what: string) => `The items of a Map must be a list; this is ${what}.`,
  itemNotObject: (index: number, what: string) => `Item ${index} of the Map is ${what}, not a JSON object.`,
  timedOut: (seconds: number) => `The task did not finish within ${seconds} s.`,
  quotaInLoop: (quota: number, names: readonly string[]) =>
    `The execution reached its ${quota} events in the loop ${names.join(' → ')} → ${names[0] ?? ''}.`,
  quotaAt: (quota: number, name: string) => `The execution reached its ${quota} events in state ${name}.`,
  lifetimeOver: (mode: string, limit: string) => `An execution in ${mode} mode runs for at most ${limit}.`,
  lifetimes: { Standard: '365 days', Express: '5 minutes' },
  nothing: 'nothing',
  kindOf: {
    null: 'null',
    string: 'text',
    number: 'a number',
    boolean: 'a boolean',
    list: 'a list',
    object: 'an object',
  },
  note: {
    failInScope:
      'A Fail inside a Parallel or Map is treated as an error of that scope, which the enclosing Retry or Catch may handle; the documents only say that the flow ends.',
    noCatchOutput: 'The Catch rule has no OutputConstructor, so its target receives {}; the documents leave this open.',
    plainItem: 'An item that is no JSON object is passed on as it is; the documents only speak of objects.',
    plainData: 'Inside a Map iteration a value that is no JSON object is passed on as it is.',
    timeoutName:
      'The documents of this language do not name the error of a timeout; FnF.TaskTimeout is the older name.',
    terminal: (code: string) =>
      `${code} ends the execution: it is neither retried nor caught. The code is the simulator's own.`,
    expression: (code: string) => `${code} is the simulator's own name; only it and FnF.ALL match such an error.`,
    invalidItems: (code: string) => `${code} is the simulator's own name for items that are no list.`,
    distributed:
      'A distributed Map runs its items as inline executions with their own input and $Global; its details are decided by analogy.',
    emptyReader:
      'The item reader was answered without a list, so there are no items. Mock it with the list to iterate over.',
    truncated: (most: number) => `Only the first ${most} items are taken (MaxItems).`,
    concurrency: (most: number) => `An inline Map runs at most ${most} items at once.`,
    lostItem: 'A tolerated failed item contributes {"Error": {"Code", "Detail"}}.',
  },
} as const;
