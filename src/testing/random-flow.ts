import { failure, type Json, ok } from '../base/index.ts';
import type { EffectId, Invocation, Reply, World } from '../simulator/index.ts';

/** A source of choices: the same seed, the same choices. */
export interface Dice {
  /** A whole number below `n`. */
  readonly below: (n: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000) * n);
  };
  return { below, oneOf: (list) => list[below(list.length)]!, chance: (percent) => below(100) < percent };
}

const names = ['A', 'B', 'C', '等待', 'x/y', '__proto__'];
const errors = ['FnF.ALL', 'E1', 'E2', 'FnF.TaskTimeout', 'FnF.ExpressionError', 'FC.ResourceThrottled'];
const expressions = [
  '$Input',
  '$Input.a',
  '$Input.list',
  '$Input.a + 1',
  '$Global',
  '$Context.Current.Name',
  '$Context.Execution.Input.a',
  'length($Input.list)',
  'randomInt(0, 9)',
  '$Input.missing.key',
];

/** A flow in JSON: any mixture of states, mostly sound, sometimes with a transition or an expression that is not. */
export function randomFlow(seed: number): string {
  const roll = dice(seed);
  return JSON.stringify({ Type: 'StateMachine', Name: 'random', SpecVersion: 'v1', ...scope(roll, 0) });
}

type Plain = { [key: string]: unknown };

function scope(roll: Dice, depth: number): Plain {
  const own = names.slice(0, 1 + roll.below(depth === 0 ? 5 : 3));
  const states = own.map((name) => state(roll, depth, name, own));
  return { StartAt: own[0], States: states };
}

function state(roll: Dice, depth: number, name: string, own: readonly string[]): Plain {
  const types = [
    'Task',
    'Task',
    'Pass',
    'Choice',
    'Wait',
    'Succeed',
    'Fail',
    ...(depth < 3 ? ['Parallel', 'Map'] : []),
  ];
  const Type = roll.oneOf(types);
  const common = { Name: name, Type, ...constructors(roll) };
  const target = (): string => (roll.chance(2) ? 'Nowhere' : roll.oneOf(own));
  const onward = roll.chance(55) ? { End: true } : { Next: target() };
  switch (Type) {
    case 'Choice':
      return { ...common, Branches: [{ Condition: condition(roll), Next: target() }], Default: target() };
    case 'Wait':
      return { ...common, Seconds: 1 + roll.below(3), ...onward };
    case 'Succeed':
      return common;
    case 'Fail':
      return { ...common, Code: roll.oneOf(['E1', 'E2', '']), Detail: 'failed' };
    case 'Task':
      return { ...common, ...task(roll), ...recovery(roll, target), ...onward };
    case 'Parallel': {
      const Branches = Array.from({ length: 1 + roll.below(3) }, () => scope(roll, depth + 1));
      return { ...common, Branches, ...recovery(roll, target), ...onward };
    }
    case 'Map':
      return { ...common, ...map(roll, depth), ...recovery(roll, target), ...onward };
    default:
      return { ...common, ...onward };
  }
}

function constructors(roll: Dice): Plain {
  return {
    ...(roll.chance(15) ? { InputConstructor: { a: 1, list: [1, 2], 'x.$': roll.oneOf(expressions) } } : {}),
    ...(roll.chance(15) ? { OutputConstructor: { a: 2, list: [{}], 'y.$': roll.oneOf(expressions) } } : {}),
    ...(roll.chance(10) ? { GlobalConstructor: { 'g.$': roll.oneOf(expressions) } } : {}),
  };
}

const condition = (roll: Dice): string =>
  roll.oneOf(['$Input.a > 1', 'randomInt(0, 2) == 0', 'true', '$Global.g == 1', '$Input.a']);

function task(roll: Dice): Plain {
  const TaskMode = roll.oneOf(['RequestComplete', 'RequestComplete', 'WaitForCustomCallback', 'WaitForSystemCallback']);
  const Parameters = { 'p.$': roll.chance(90) ? '$Input' : roll.oneOf(expressions) };
  return { Action: roll.oneOf(['FC:InvokeFunction', 'A:B']), TaskMode, Parameters, ...timeout(roll) };
}

const timeout = (roll: Dice): Plain => (roll.chance(40) ? { Timeout: String(1 + roll.below(3)) } : {});

function map(roll: Dice, depth: number): Plain {
  const inline = { ItemsPath: roll.oneOf(['toArray(1, 2, 3)', 'toArray({"a": 1})', '$Input.list']) };
  const distributed = { ProcessorConfig: { ExecutionMode: 'Standard' }, ToleratedFailureCount: roll.below(2) };
  return {
    ...inline,
    ...(roll.chance(50) ? { MaxConcuccency: 1 + roll.below(2) } : {}),
    ...(roll.chance(25) ? distributed : {}),
    Processor: scope(roll, depth + 1),
  };
}

function recovery(roll: Dice, target: () => string): Plain {
  const Retry = [{ Errors: [roll.oneOf(errors)], MaxAttempts: roll.below(3), IntervalSeconds: roll.below(3) }];
  const Catch = [{ Errors: [roll.oneOf(errors)], OutputConstructor: { a: 3, list: [] }, Next: target() }];
  return { ...(roll.chance(40) ? { Retry } : {}), ...(roll.chance(40) ? { Catch } : {}) };
}

/** A world that answers every call in a way that depends on the seed and the call only, not on the order of asking. */
export function randomWorld(seed: number): World {
  return { answer: (invocation, effect) => randomReply(seed, invocation, effect) };
}

export function randomReply(seed: number, invocation: Invocation, effect: EffectId): Reply {
  const roll = dice(Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(effect, 0xc2b2ae35));
  const outcome = () =>
    roll.chance(65)
      ? ok<Json>({ a: roll.below(3), list: [1] })
      : failure({ code: roll.oneOf(['E1', 'E2']), detail: 'd' });
  return {
    outcome: outcome(),
    latencyMs: roll.oneOf([0, 0, 1000, 1000, 2000]),
    never: roll.chance(6),
    later:
      invocation.token !== undefined && roll.chance(80)
        ? { by: 'custom', afterMs: roll.oneOf([0, 1000, 3000]), outcome: outcome() }
        : undefined,
  };
}
