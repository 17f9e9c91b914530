import { describe, expect, test } from 'vitest';
import { canConnect, type NodeId, type Outlet, planEdit, readSource, rootScope, type StateId } from '../index.ts';

const source = readSource(`
StartAt: A
States:
  - {Name: A, Type: Task, Catch: [{Errors: [FnF.ALL]}], Next: C}
  - {Name: C, Type: Choice, Branches: [{Condition: $Input.x}], Default: A}
  - {Name: P, Type: Parallel, Branches: [{StartAt: X, States: [{Name: X, Type: Pass, End: true}]}], End: true}
  - {Name: A, Type: Pass, End: true}
  - {Type: Pass, End: true}
  - {Name: S, Type: Succeed}
`);

/** What the rule says, and what the edit does: always the same. */
function verdict(from: string, outlet: Outlet, to: string): string {
  const rule = canConnect(source, from as NodeId, outlet, to as StateId);
  const plan = planEdit(source, { type: 'connect', from: from as NodeId, outlet, to: to as StateId });
  expect(plan.ok).toBe(rule.ok);
  return rule.ok ? 'yes' : rule.error.reason;
}

describe('what may lead where', () => {
  test.each<[string, Outlet, string, string]>([
    ['A', { kind: 'next' }, 'S', 'yes'],
    ['A', { kind: 'next' }, 'A', 'yes'],
    ['A', { kind: 'catch', index: 0 }, 'S', 'yes'],
    ['A', { kind: 'catch', index: 1 }, 'S', 'not-allowed-here'],
    ['A', { kind: 'default' }, 'S', 'not-allowed-here'],
    ['C', { kind: 'default' }, 'S', 'yes'],
    ['C', { kind: 'branch', index: 0 }, 'S', 'yes'],
    ['C', { kind: 'branch', index: 0.5 }, 'S', 'not-allowed-here'],
    ['C', { kind: 'next' }, 'S', 'not-allowed-here'],
    ['S', { kind: 'next' }, 'A', 'not-allowed-here'],
    [rootScope, { kind: 'start' }, 'P', 'yes'],
    ['P/Branch0', { kind: 'start' }, 'P/Branch0/X', 'yes'],
    ['P/Branch0', { kind: 'start' }, 'A', 'crosses-scopes'],
    ['P/Branch7', { kind: 'start' }, 'A', 'unknown-state'],
    ['P/Branch0/X', { kind: 'next' }, 'A', 'crosses-scopes'],
    ['A', { kind: 'next' }, 'P/Branch0/X', 'crosses-scopes'],
    ['A', { kind: 'next' }, 'nobody', 'unknown-state'],
    ['A', { kind: 'next' }, 'A~~2', 'not-allowed-here'],
  ])('%s by %o to %s: %s', (from, outlet, to, expected) => {
    expect(verdict(from, outlet, to)).toBe(expected);
  });

  test('a state without a name cannot be reached', () => {
    const nameless = source.flow.states.find((state) => state.name.value === '');
    expect(verdict('A', { kind: 'next' }, nameless?.id ?? '')).toBe('bad-value');
  });
});
