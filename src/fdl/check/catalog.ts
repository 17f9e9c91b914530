import type { Severity } from '../diagnostic.ts';

/** One rule of the validator (reference section 12.3). The title says what is right, apart from any flow. */
export interface RuleEntry {
  readonly severity: Severity;
  readonly title: string;
}

const error = (title: string): RuleEntry => ({ severity: 'error', title });
const warning = (title: string): RuleEntry => ({ severity: 'warning', title });
const hint = (title: string): RuleEntry => ({ severity: 'hint', title });

/**
 * Every code the checks can give, with its usual severity. Codes are those of the reference; F09, C21, C22, E01 and
 * E02 are added for decisions that have no code there.
 */
export const catalog = {
  F01: error('The text can be read as YAML or JSON, with a mapping at the top'),
  F02: error('Type is StateMachine'),
  F03: error('SpecVersion is v1'),
  F04: error('Name is present and well-formed'),
  F05: error('StartAt names a state of the flow'),
  F06: error('States is a list of mappings with at least one item'),
  F07: warning('Only known attributes at flow level'),
  F08: error('At most 1,024 KiB'),
  F09: hint('Anchors, aliases and merge keys are not documented'),
  C01: error('Every state has Name and Type'),
  C02: error('Type is one of the eight state types'),
  C03: error('State names are unique within their scope'),
  C05: error('Every state leads on or ends its scope'),
  C06: warning('End and Next exclude each other'),
  C07: error('Transitions name states of the same scope'),
  C08: warning('Every state can be reached, every scope can end'),
  C10: error('Attributes have the right YAML type'),
  C12: warning('Only attributes of the state’s type'),
  C13: error('Keys that end in .$ hold expressions'),
  C14: error('Expressions are well-formed; variables and functions exist'),
  C15: error('Functions are nested at most 10 deep'),
  C16: error('$Output only in OutputConstructor and GlobalConstructor'),
  C17: hint('Fixed text that looks like an expression'),
  C18: warning('Paths of $Context exist'),
  C19: warning('$Item only in ItemConstructor'),
  C20: error('A key is given once, with or without .$'),
  C21: warning('Scopes are nested at most 20 deep'),
  C22: warning('State names have at most 128 characters'),
  E01: hint('Only documented operators and literals'),
  E02: hint('Functions that all editions of the documents list'),
  T01: error('Action has the form Service:Operation'),
  T02: error('TaskMode is one of the three modes'),
  T03: error('Express flows do not wait for callbacks'),
  T04: warning('The service supports the mode'),
  T05: error('Timeout is 0 to 604800 seconds'),
  T06: warning('FC:InvokeFunction has resourceArn and invocationType'),
  T07: warning('Callback modes go with Async'),
  T08: warning('A custom callback hands out its token'),
  T09: warning('HTTP:Request has url and a known method'),
  W01: error('Seconds is within the range of the mode'),
  H01: error('A Choice has branches and a Default'),
  H02: error('A Choice has neither Next nor End'),
  H03: error('Branches have Condition and Next'),
  H04: warning('Attributes a Choice does not have'),
  H06: warning('Conditions give true or false'),
  P01: error('A Parallel has 1 to 50 complete branches'),
  M01: error('A Map has ItemsPath and a complete Processor'),
  M02: warning('MaxConcuccency is the documented spelling'),
  M03: error('Concurrency is within its limits'),
  M04: warning('Attributes of distributed mode need ProcessorConfig'),
  M05: warning('Parallel writers of $Global'),
  X01: warning('Fail has a Detail'),
  R01: error('Retry and Catch are lists of rules with Errors'),
  R02: warning('Rules have a Description'),
  R03: error('Retry rules have valid numbers'),
  R04: error('Catch rules have a Next'),
  R05: warning('Every rule can be reached'),
  R06: warning('Retry and Catch only where they act'),
  R07: warning('Catch rules hand something on'),
  R08: error('Attributes that were removed from the language'),
  G01: error('Keys of $Global have at most 128 bytes'),
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type Code = keyof typeof catalog;
