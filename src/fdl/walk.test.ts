import { describe, expect, test } from 'vitest';
import { dedent } from '../testing/dedent.ts';
import type { ScopeId, StateId } from './ids.ts';
import { readSource } from './syntax/read-source.ts';
import {
  allScopes,
  allStates,
  findScope,
  findState,
  outletsOf,
  referencesTo,
  resolveTarget,
  statesNamed,
} from './walk.ts';

const { flow } = readSource(dedent`
  StartAt: A
  States:
  - Name: A
    Type: Choice
    Branches:
    - {Condition: $Input.x, Next: B}
    - {Condition: $Input.y, Next: C}
    Default: B
  - Name: B
    Type: Task
    Action: FC:InvokeFunction
    Catch: [{Errors: [X, Y], Next: A}]
    Next: C
    End: true
  - Name: C
    Type: Parallel
    Branches:
    - StartAt: B
      States: [{Name: B, Type: Pass, Next: B}]
    Next: A
`);

describe('walking a flow', () => {
  test('all states and scopes in the order of the text', () => {
    expect(allStates(flow).map((s) => s.id)).toEqual(['A', 'B', 'C', 'C/Branch0/B']);
    expect(allScopes(flow).map((s) => s.id)).toEqual(['', 'C/Branch0']);
    expect(statesNamed(flow, 'B').map((s) => s.id)).toEqual(['B', 'C/Branch0/B']);
  });

  test('by id, and by name within a scope', () => {
    expect(findState(flow, 'C/Branch0/B' as StateId)?.type).toBe('Pass');
    expect(findScope(flow, 'C/Branch0' as ScopeId)?.startAt?.value).toBe('B');
    expect(resolveTarget(flow, 'B')?.type).toBe('Task');
    expect(resolveTarget(flow, '')).toBeUndefined();
    expect(resolveTarget(flow, 'toString')).toBeUndefined();
  });

  test('the ways out of a state, with their labels', () => {
    const ways = (name: string) => {
      const state = resolveTarget(flow, name);
      return state && outletsOf(state).map(({ outlet, target, label }) => [outlet.kind, target?.value, label]);
    };
    expect(ways('A')).toEqual([
      ['default', 'B', 'Default'],
      ['branch', 'B', '$Input.x'],
      ['branch', 'C', '$Input.y'],
    ]);
    expect(ways('B')).toEqual([['catch', 'A', 'X, Y']]);
    expect(ways('C')).toEqual([['next', 'A', '']]);
  });

  test('every place in a scope that names a state, also one that has no effect', () => {
    const kinds = referencesTo(flow, 'B').map((r) => [r.owner, r.outlet.kind]);
    expect(kinds).toEqual([
      ['A', 'default'],
      ['A', 'branch'],
    ]);
    expect(referencesTo(flow, 'C').map((r) => r.outlet.kind)).toEqual(['branch', 'next']);
    expect(referencesTo(flow, 'A').map((r) => [r.owner, r.outlet.kind])).toEqual([
      [undefined, 'start'],
      ['B', 'catch'],
      ['C', 'next'],
    ]);
    const branch = findScope(flow, 'C/Branch0' as ScopeId);
    expect(branch && referencesTo(branch, 'B').map((r) => [r.owner, r.outlet.kind])).toEqual([
      ['C', 'start'],
      ['C/Branch0/B', 'next'],
    ]);
  });
});
