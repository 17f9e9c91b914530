import {
  allStates,
  type Flow,
  type Outlet,
  outletsOf,
  type State,
  type StateId,
  type TaskState,
} from '../fdl/index.ts';
import type { Decision, ExecutionEvent } from '../simulator/index.ts';
import { messages } from './messages.ts';

const say = messages.coverage;

/** The kinds of things a run can go through (ruling R46). */
export const coverageKinds = [
  'states',
  'transitions',
  'branches',
  'retries',
  'catches',
  'timeouts',
  'callbacks',
] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** One thing to go through, with the place it belongs to for those who draw it. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  readonly state: StateId;
  readonly outlet: Outlet | undefined;
  readonly text: string;
  readonly covered: boolean;
}
export type Coverage = {
  readonly [K in CoverageKind]: {
    readonly covered: number;
    readonly total: number;
    readonly missing: readonly string[];
  };
};

/** What a run tells about where it went. */
export interface Traced {
  readonly events: readonly ExecutionEvent[];
  readonly decisions: readonly Decision[];
}

/** Collects over runs of one flow. A small closure: whoever tests owns one. */
export interface CoverageSheet {
  readonly add: (run: Traced) => void;
  readonly items: () => readonly CoverageItem[];
  readonly report: () => Coverage;
}

export function createCoverage(flow: Flow): CoverageSheet {
  const wanted = wantedOf(flow);
  const seen = new Set<string>();
  const items = (): readonly CoverageItem[] => wanted.map(({ key, ...item }) => ({ ...item, covered: seen.has(key) }));
  return { items, add: (run) => markSeen(run, seen), report: () => summarise(items()) };
}

function summarise(items: readonly CoverageItem[]): Coverage {
  const part = (kind: CoverageKind): Coverage[CoverageKind] => {
    const all = items.filter((item) => item.kind === kind);
    const missing = all.filter((item) => !item.covered).map((item) => item.text);
    return { covered: all.length - missing.length, total: all.length, missing };
  };
  return byKind(part);
}

function byKind(part: (kind: CoverageKind) => Coverage[CoverageKind]): Coverage {
  return {
    states: part('states'),
    transitions: part('transitions'),
    branches: part('branches'),
    retries: part('retries'),
    catches: part('catches'),
    timeouts: part('timeouts'),
    callbacks: part('callbacks'),
  };
}

/** One sheet over several flows; a label says which flow a missing thing belongs to. */
export function mergeCoverage(parts: readonly { readonly label: string; readonly coverage: Coverage }[]): Coverage {
  return byKind((kind) => ({
    covered: parts.reduce((sum, { coverage }) => sum + coverage[kind].covered, 0),
    total: parts.reduce((sum, { coverage }) => sum + coverage[kind].total, 0),
    missing: parts.flatMap(({ label, coverage }) => {
      return coverage[kind].missing.map((text) => (label === '' ? text : `${label}: ${text}`));
    }),
  }));
}

interface Wanted extends Omit<CoverageItem, 'covered'> {
  readonly key: string;
}

const stateKey = (state: StateId): string => `state ${state}`;
const outletKey = (state: StateId, outlet: Outlet): string => {
  return `outlet ${outlet.kind}${'index' in outlet ? outlet.index : ''} ${state}`;
};
const ruleKey = (what: 'retry' | 'exhausted' | 'catch', rule: number, state: StateId): string =>
  `${what}${rule} ${state}`;
const timeoutKey = (state: StateId): string => `timeout ${state}`;
const callbackKey = (state: StateId): string => `callback ${state}`;

function wantedOf(flow: Flow): readonly Wanted[] {
  const nameOf = namesOf(flow);
  return allStates(flow).flatMap((state): Wanted[] => {
    const name = nameOf(state);
    const item = (kind: CoverageKind, key: string, text: string, outlet?: Outlet): Wanted => {
      return { kind, key, state: state.id, outlet, text };
    };
    return [
      item('states', stateKey(state.id), name),
      ...transitionsOf(state, name, item),
      ...rulesOf(state, name, item),
      ...(state.type === 'Task' ? taskItems(state, name, item) : []),
    ];
  });
}

type MakeItem = (kind: CoverageKind, key: string, text: string, outlet?: Outlet) => Wanted;

/** Every written way out is a transition; those of a Choice are its branches as well. */
function transitionsOf(state: State, name: string, item: MakeItem): readonly Wanted[] {
  return outletsOf(state).flatMap(({ outlet, target, label }) => {
    if (!target) return [];
    const key = outletKey(state.id, outlet);
    const isBranch = outlet.kind === 'branch' || outlet.kind === 'default';
    const about = outlet.kind === 'default' ? say.otherwise(name) : say.branch(name, label);
    return [
      item('transitions', key, transitionText(state, outlet, name, target.value), outlet),
      ...(isBranch ? [item('branches', key, about, outlet)] : []),
    ];
  });
}

function transitionText(state: State, outlet: Outlet, from: string, to: string): string {
  if (outlet.kind !== 'catch') return say.transition(from, to);
  const errors = 'catch' in state ? (state.catch[outlet.index]?.errors ?? []) : [];
  return say.caughtTransition(from, errors.join(', '), to);
}

function rulesOf(state: State, name: string, item: MakeItem): readonly Wanted[] {
  if (state.type !== 'Task' && state.type !== 'Parallel' && state.type !== 'Map') return [];
  const retries = state.retry.flatMap(({ errors }, rule) => [
    item('retries', ruleKey('retry', rule, state.id), say.retried(name, errors.join(', '))),
    item('retries', ruleKey('exhausted', rule, state.id), say.exhausted(name, errors.join(', '))),
  ]);
  const catches = state.catch.map(({ errors }, rule) => {
    return item('catches', ruleKey('catch', rule, state.id), say.caught(name, errors.join(', ')), {
      kind: 'catch',
      index: rule,
    });
  });
  return [...retries, ...catches];
}

function taskItems(state: TaskState, name: string, item: MakeItem): readonly Wanted[] {
  const waits = state.taskMode?.value === 'WaitForCustomCallback' || state.taskMode?.value === 'WaitForSystemCallback';
  return [
    ...(canTimeOut(state) ? [item('timeouts', timeoutKey(state.id), say.timeout(name))] : []),
    ...(waits ? [item('callbacks', callbackKey(state.id), say.callback(name))] : []),
  ];
}

/** A Timeout of 0 never ends a Task (reference 4.1). */
function canTimeOut({ timeout }: TaskState): boolean {
  return timeout !== undefined && !(timeout.kind === 'literal' && Number(timeout.value) === 0);
}

/** Names as they are; where several states share one, their paths. */
function namesOf(flow: Flow): (state: State) => string {
  const counts = new Map<string, number>();
  for (const { name } of allStates(flow)) counts.set(name.value, (counts.get(name.value) ?? 0) + 1);
  return ({ id, name }) => ((counts.get(name.value) ?? 0) > 1 || name.value === '' ? id : name.value);
}

function markSeen(run: Traced, seen: Set<string>): void {
  const types = new Map<number, ExecutionEvent['type']>();
  for (const event of run.events) {
    const { state, type } = event;
    types.set(event.id, type);
    if (state === undefined) continue;
    if (type === 'StepEntered') seen.add(stateKey(state));
    if (type === 'StepSucceeded') seen.add(outletKey(state, { kind: 'next' }));
    if (type === 'TaskTimedOut') seen.add(timeoutKey(state));
    // A report of failure follows the accepted submission; a refused submission has no such event before it.
    if (type === 'TaskFailed' && types.get(event.cause) === 'TaskSubmitted') seen.add(callbackKey(state));
  }
  for (const decision of run.decisions) markDecision(decision, seen);
}

function markDecision(decision: Decision, seen: Set<string>): void {
  const { state } = decision;
  switch (decision.kind) {
    case 'choice':
      seen.add(
        outletKey(
          state,
          decision.branch === undefined ? { kind: 'default' } : { kind: 'branch', index: decision.branch },
        ),
      );
      return;
    case 'retry':
    case 'exhausted':
      seen.add(ruleKey(decision.kind, decision.rule, state));
      return;
    case 'catch':
      seen.add(ruleKey('catch', decision.rule, state));
      seen.add(outletKey(state, { kind: 'catch', index: decision.rule }));
      return;
    default:
  }
}
