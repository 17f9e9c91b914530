const times = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Every sentence of the command line that a person reads. */
export const messages = {
  tagline: 'Check, run, test and ship CloudFlow workflows (FDL). Nothing leaves this machine.',
  usageTitle: 'Usage',
  commandsTitle: 'Commands',
  optionsTitle: 'Options',
  examplesTitle: 'Examples',
  generalUsage: 'fdl COMMAND [ARGUMENTS] [OPTIONS]',
  generalNotes: [
    'FILE is a definition in YAML or JSON; - reads it from stdin. Data goes to stdout, everything else to stderr.',
    'Exit status: 0 good, 1 the file or the run is bad, 2 the command was used wrongly.',
    'fdl COMMAND --help says more about a command.',
  ],
  generalOptions: [
    ['--help', 'this help'],
    ['--version', 'the version'],
  ] as const,
  helpOption: 'this help',
  seeHelp: (command: string | undefined) => `See: fdl ${command === undefined ? '' : `${command} `}--help`,
  unknownCommand: (name: string, hint: string | undefined) =>
    `Unknown command "${name}".${hint === undefined ? '' : ` Did you mean "${hint}"?`}`,
  unknownOption: (name: string, command: string, hint: string | undefined) =>
    `Unknown option ${name} for fdl ${command}.${hint === undefined ? '' : ` Did you mean ${hint}?`}`,
  flagWithValue: (name: string) => `${name} takes no value.`,
  valueMissing: (name: string, value: string, about: string) => `${name} needs a value: ${name} ${value} (${about}).`,
  badChoice: (name: string, value: string, choices: readonly string[], hint: string | undefined) =>
    `--${name} cannot be "${value}".${hint === undefined ? '' : ` Did you mean "${hint}"?`} Allowed: ${choices.join(', ')}.`,
  badValue: (name: string, value: string, about: string) => `--${name} cannot be "${value}": ${about}.`,
  operandMissing: (_command: string, usage: string) => `Something is missing. Usage: ${usage}`,
  operandExtra: (extra: string, usage: string) => `"${extra}" is one argument too many. Usage: ${usage}`,
  needsTo: (choices: readonly string[]) => `--to is missing. Allowed: ${choices.join(', ')}.`,
  notJson: (option: string, reason: string) => `--${option} is no JSON: ${reason}`,
  fault: (reason: string) => `fdl met a mistake of its own: ${reason}`,

  files: {
    missing: (path: string) => `${path}: there is no such file.`,
    folder: (path: string) => `${path}: this is a folder, not a file.`,
    refused: (path: string) => `${path}: reading is not permitted.`,
    stdinTwice: '- stands for stdin, which can be read only once.',
    noStdin: 'there is nothing to read on stdin.',
    notText: (path: string) => `${path}: this is not UTF-8 text.`,
    failed: (path: string, reason: string) => `${path}: ${reason}`,
    notWritten: (path: string, reason: string) => `${path} could not be written: ${reason}`,
    wrote: (path: string) => `wrote ${path}`,
  },

  summary: (files: number, errors: number, warnings: number, hints: number) =>
    errors + warnings + hints === 0
      ? `${times(files, 'file')}: no problems`
      : `${times(files, 'file')}: ${times(errors, 'error')}, ${times(warnings, 'warning')}, ${times(hints, 'hint')}`,
  tooManyWarnings: (found: number, most: number) => `${times(found, 'warning')}; --max-warnings allows ${most}.`,
  flowInvalid: (file: string, errors: number) =>
    `${file} was not run: ${times(errors, 'error')} (warnings never stop a run).`,

  run: {
    status: (status: string, duration: string) => `${status} after ${duration} of virtual time`,
    error: (code: string, detail: string) => `error ${code}${detail === '' ? '' : `: ${detail}`}`,
    path: (names: readonly string[]) => `path ${names.join(' → ')}`,
    output: 'output',
    waitsFor: (state: string, kind: string) => `waits for ${waitingKinds[kind] ?? kind} of "${state}"`,
    token: (token: string) => `  token ${token}`,
    note: (text: string) => `note ${text}`,
  },
  test: {
    passed: (name: string) => `ok      ${name}`,
    failed: (name: string) => `FAILED  ${name}`,
    failure: (text: string) => `          ${text}`,
    note: (text: string) => `  note    ${text}`,
    summary: (passed: number, failed: number) =>
      failed === 0
        ? `${times(passed, 'scenario')} passed`
        : `${failed} of ${times(passed + failed, 'scenario')} failed`,
    interrupted: (done: number, all: number) =>
      `Stopped after ${done} of ${times(all, 'scenario')}; no report was written.`,
    noFlow: 'the scenario names no `flow`, and none was given',
    flowUnreadable: (reason: string) => `its flow cannot be read: ${reason}`,
    coverageTitle: 'coverage',
    coverage: (kind: string, covered: number, total: number) =>
      `  ${kind.padEnd(12)} ${total === 0 ? 'none' : `${covered} of ${total}`}`,
    uncovered: (text: string) => `    not covered: ${text}`,
  },
  eval: {
    badLine: (reason: string) => `This line is no JSON: ${reason}`,
    notRequest: 'A line must be a JSON object with a text "expr".',
  },
  rename: {
    unknownScope: (scope: string, known: readonly string[]) =>
      `There is no scope "${scope}". Scopes: ${quoted(known)}.`,
    unknownState: (name: string, hint: string | undefined) =>
      `There is no state "${name}".${hint === undefined ? '' : ` Did you mean "${hint}"?`}`,
    elsewhere: (name: string, scope: string, scopes: readonly string[]) =>
      `There is no state "${name}" in "${scope}". It is in: ${quoted(scopes)}.`,
    severalScopes: (name: string, scopes: readonly string[]) =>
      `"${name}" is in several scopes. Say which with --scope: ${quoted(scopes)}.`,
    severalStates: (name: string) => `Two states of one scope are called "${name}". Mend that first.`,
    done: (path: string, places: number) => `${path}: ${times(places, 'place')} changed`,
  },
  exported: {
    also: (name: string) => `also ${name} (write it with --out DIR)`,
    note: (text: string) => `note: ${text}`,
  },

  options: {
    format: 'how results are printed; text is the default',
    mode: 'Standard (the default) or Express; the definition itself does not say',
    maxWarnings: 'exit 1 when there are more than N warnings: a whole number',
    input: 'the execution input; @FILE reads it from a file, - from stdin; {} is the default',
    scenario: 'takes input, function answers and callbacks from a scenario file',
    seed: 'for tokens, ids and random numbers: a whole number',
    startTime: 'when the run begins: an RFC 3339 instant such as 2026-01-01T00:00:00Z',
    timeline: 'prints the history, a line per event (text format)',
    junit: 'writes a JUnit report for CI',
    coverage: 'says which states, transitions and rules no scenario went through',
    evalInput: 'what $Input is; {} is the default',
    evalOutput: 'what $Output is; without it there is none',
    evalContext: 'what $Context is',
    evalGlobal: 'what $Global is; {} is the default',
    scope: 'which one, when several scopes have a state of that name: names, Branch0, Processor joined by /',
    write: 'changes the file',
    graphTo: 'mermaid, svg or json',
    exportTo: 'yaml, json, terraform, ros, serverless-devs, aliyun-cli or ram-policy',
    out: 'writes all files into this folder; without it the main one goes to stdout',
    region: 'the region in deployment files; cn-hangzhou is the default',
    roleArn: 'the role the flow runs with, in deployment files',
  },
  commands: {
    validate: {
      usage: 'fdl validate FILE... [--mode MODE] [--max-warnings N] [--format text|json]',
      about: 'all problems of definitions, each with its place',
      details: ['Exit status 1 when there is any error. Places can be clicked in terminals and CI logs.'],
      examples: ['fdl validate order.fdl.yaml', 'fdl validate flows/*.yaml --max-warnings 0'],
    },
    run: {
      usage:
        'fdl run FILE [--input JSON|@FILE] [--scenario FILE] [--mode MODE] [--seed N] [--start-time TIME] [--timeline]',
      about: 'one execution, in virtual time, against mocked functions',
      details: [
        'Functions without an answer return {} (a note says so). Waits and retries cost no real time.',
        'Exit status 0 only when the execution succeeds.',
      ],
      examples: [
        `fdl run order.fdl.yaml --input '{"orderId": "o-1"}' --timeline`,
        'fdl run order.fdl.yaml --scenario declined.scenario.yaml --format json',
      ],
    },
    test: {
      usage: 'fdl test SCENARIO... [--junit FILE] [--coverage] [--format text|json]',
      about: 'runs scenario files and compares with what they expect',
      details: ['Exit status 1 when any scenario fails.'],
      examples: ['fdl test flows/*.scenario.yaml --coverage', 'fdl test *.scenario.yaml --junit report.xml'],
    },
    eval: {
      usage: 'fdl eval EXPR|- [--input JSON] [--output JSON] [--context JSON] [--global JSON]',
      about: 'one expression against data',
      details: [
        'Prints {"value": ...} or {"error": {"code", "detail"}}.',
        'fdl eval - reads lines of JSON {expr, input?, output?, context?, global?} and answers each with a line.',
      ],
      examples: [
        `fdl eval 'format("{}-{}", $Input.id, length($Input.tags))' --input '{"id": 7, "tags": ["a"]}'`,
        `echo '{"expr": "$Input.n > 3", "input": {"n": 4}}' | fdl eval -`,
      ],
    },
    rename: {
      usage: 'fdl rename FILE OLD NEW [--scope PATH] [--write]',
      about: 'renames a state and every reference to it',
      details: ['Prints the new text; everything else in it stays as it is, byte for byte.'],
      examples: [
        'fdl rename order.fdl.yaml Charge "Charge card" --write',
        'fdl rename f.yaml A B --scope Both/Branch0',
      ],
    },
    graph: {
      usage: 'fdl graph FILE --to mermaid|svg|json',
      about: 'the picture of a flow',
      details: [],
      examples: ['fdl graph order.fdl.yaml --to svg > order.svg'],
    },
    export: {
      usage: 'fdl export FILE --to FORMAT [--out DIR] [--mode MODE] [--region REGION] [--role-arn ARN]',
      about: 'the definition and files for deploying it',
      details: ['FORMAT is yaml, json, terraform, ros, serverless-devs, aliyun-cli or ram-policy.'],
      examples: ['fdl export order.fdl.yaml --to terraform --out deploy/', 'fdl export order.fdl.yaml --to json'],
    },
  },
};

const waitingKinds: Readonly<Record<string, string>> = {
  'custom-callback': 'a report on the token',
  'system-callback': 'the end of the function',
  invocation: 'an answer that never comes',
};
