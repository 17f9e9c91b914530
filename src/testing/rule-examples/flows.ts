import type { CheckOptions } from '../../fdl/check/check-flow.ts';
import type { Severity } from '../../fdl/index.ts';

/** Small flows around the lines a rule is about. */

/** A flow whose states are given; it begins with the first one. */
export const flow = (states: string): string =>
  `Type: StateMachine\nName: sample\nSpecVersion: v1\nStartAt: A\nStates:\n${states.replace(/^\n/, '')}`;
export const pass = (lines: string): string => flow(`- Name: A\n  Type: Pass\n  End: true\n  ${lines.trim()}`);
export const task = (lines: string): string => flow(`- Name: A\n  Type: Task\n  End: true\n  ${lines.trim()}`);
export const call = (lines: string): string =>
  task(`Action: FC:InvokeFunction
  Parameters: {resourceArn: 'acs:fc:cn-shanghai:1:functions/f/LATEST', invocationType: Async}
  ${lines.trim()}`);
export const wait = (lines: string): string => flow(`- Name: A\n  Type: Wait\n  End: true\n  ${lines.trim()}`);
export const choice = (lines: string): string =>
  flow(`- Name: A\n  Type: Choice\n  ${lines.trim()}\n- {Name: B, Type: Succeed}\n- {Name: C, Type: Succeed}\n`);
export const branch = (condition: string): string =>
  choice(`Branches: [{Condition: '${condition}', Next: B}]\n  Default: C`);
export const computed = (expression: string): string => pass(`OutputConstructor: {x.$: '${expression}'}`);
export const parallel = (branches: string): string =>
  flow(`- Name: A\n  Type: Parallel\n  End: true\n  Branches: ${branches}`);
export const map = (lines: string): string =>
  flow(`- Name: A
  Type: Map
  End: true
  ItemsPath: $Input.items
  Processor: {StartAt: One, States: [{Name: One, Type: Pass, End: true}]}
  ${lines.trim()}`);
export const retry = (rule: string): string => call(`Retry: [{Description: d, ${rule}}]`);
export const caught = (rules: string): string =>
  flow(`- Name: A
  Type: Task
  Action: ECS:StopInstance
  Catch: ${rules}
  End: true
- {Name: B, Type: Succeed}`);
export const nested = (depth: number): string => {
  const inside = depth === 0 ? '{Name: Z, Type: Pass, End: true}' : nested(depth - 1);
  const name = depth === 0 ? 'Z' : `S${depth}`;
  return depth === 0
    ? inside
    : `{Name: ${name}, Type: Map, End: true, ItemsPath: $Input.i, Processor: {StartAt: ${depth === 1 ? 'Z' : `S${depth - 1}`}, States: [${inside}]}}`;
};
export const deepCall = (depth: number): string => 'toArray('.repeat(depth) + ')'.repeat(depth);

export interface Row {
  readonly bad: string;
  /** The text the diagnostic points at. */
  readonly at: string;
  readonly good: string;
  readonly severity?: Severity;
  readonly options?: CheckOptions;
}

/** Per rule flows that break it, where that is shown, and flows that keep it. */
export type Rows = Readonly<Record<string, readonly Row[]>>;
