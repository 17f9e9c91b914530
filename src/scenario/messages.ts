const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** Every sentence of this layer that a person reads. */
export const messages = {
  emptyFile: 'The file is empty. A scenario is a map with keys such as `flow`, `input`, `functions`, `expect`.',
  notYaml: (reason: string) => `This is not readable YAML: ${reason}`,
  tooDeep: 'This file is nested too deeply to be read.',
  aliasBomb: 'Aliases expand to too much data here. Write the values out.',
  unknownKey: (key: string, allowed: readonly string[], nearest: string | undefined) =>
    `Unknown key \`${key}\`${nearest === undefined ? '' : ` (did you mean \`${nearest}\`?)`}. ` +
    (allowed.length === 0 ? 'No keys are allowed here.' : `Allowed here: ${quoted(allowed)}.`),
  missingKey: (key: string) => `\`${key}\` is missing; it is required here.`,
  expected: (what: string, found: string) => `Expected ${what}, found ${found}.`,
  expectedOneOf: (keys: readonly string[]) => `Exactly one of ${quoted(keys)} must be given here.`,
  kinds: {
    text: 'text',
    map: (allowed: readonly string[]) => `a map with keys out of ${quoted(allowed)}`,
    anyMap: 'a map of names to numbers',
    list: 'a list',
    filledList: 'a list with at least one entry',
    object: 'a JSON object',
    wholeNumber: (least: number, most: number) =>
      most === Number.MAX_SAFE_INTEGER
        ? `a whole number of ${least} or more`
        : `a whole number from ${least} to ${most}`,
    integer: 'a whole number',
    oneOf: (options: readonly string[]) => `one of ${quoted(options)}`,
    duration: 'a duration such as `40ms`, `5s`, `2m` or `1h5s80ms`',
    instant: 'an RFC 3339 instant such as `2026-01-01T00:00:00Z`',
    yes: '`true` (leave the key out otherwise)',
    json: 'a JSON value (no infinity, no special YAML types)',
    errorName: 'an error name of 1 to 128 characters',
    cause: 'a text of at most 4096 characters',
  },
  found: {
    nothing: 'nothing',
    map: 'a map',
    list: 'a list',
    emptyList: 'an empty list',
    value: (source: string) => `\`${source}\``,
  },
  badExpression: (reason: string) => `This is no FDL expression: ${reason}`,
  expectations: {
    differs: (what: string, wanted: string, found: string) => `${what}: expected ${wanted}, got ${found}`,
    noOutput: 'no output',
    noError: 'no error',
    ended: (status: string) => `the run ended ${status}`,
  },
  notes: {
    unusedEntry: (index: number, match: string) => `functions[${index}] (${match}) answered no call`,
    unusedCallback: (index: number, state: string) => `callbacks[${index}]: no token of "${state}" took this entry`,
    unknownState: (where: string, name: string) => `${where}: the flow has no state "${name}"`,
  },
  refused: (code: string, detail: string) => `the run was refused: ${code}: ${detail}`,
  flowInvalid: (place: string, code: string, message: string) => `the flow is invalid: ${place} ${code} ${message}`,
  coverage: {
    transition: (from: string, to: string) => `${from} → ${to}`,
    caughtTransition: (from: string, errors: string, to: string) => `${from} → ${to} (caught ${errors})`,
    branch: (state: string, condition: string) => `${state}: ${condition}`,
    otherwise: (state: string) => `${state}: Default`,
    retried: (state: string, errors: string) => `${state}: a retry for ${errors}`,
    exhausted: (state: string, errors: string) => `${state}: retries for ${errors} used up`,
    caught: (state: string, errors: string) => `${state}: a catch of ${errors}`,
    timeout: (state: string) => `${state}: Timeout`,
    callback: (state: string) => `${state}: a callback that reports failure`,
  },
};
