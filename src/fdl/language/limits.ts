/** Sizes and counts the service enforces (reference sections 5.5, 8.1 and 10). */
export const limits = {
  definitionBytes: 1024 * 1024,
  /** Where a definition is large enough to say so (ruling R37). */
  largeDefinitionBytes: 512 * 1024,
  dataBytes: 64 * 1024,
  globalKeyBytes: 128,
  globalValueBytes: 256 * 1024,
  events: 5000,
  branches: 50,
  inlineConcurrency: 40,
  distributedConcurrency: 100,
  distributedItems: 10_000,
  timeoutSeconds: 604_800,
  retrySeconds: 86_400,
  functionDepth: 10,
  /** From here on a warning; the service documents no limit (decision U29, ruling R38). */
  scopeDepth: 20,
  stateNameLength: 128,
  flowNameLength: 128,
  waitSeconds: { Standard: 300, Express: 20 },
} as const;

/** Letters, digits, `_` and `-`, beginning with a letter or `_` (reference section 12.1). */
export const flowNamePattern = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;
