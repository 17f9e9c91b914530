import { describe, expect, test } from 'vitest';
import type { NodeId, Outlet, ScopeId } from '../fdl/index.ts';
import { editEnd, entryId, outletFromKey, outletKey, portId } from './index.ts';

const outlets: readonly Outlet[] = [
  { kind: 'start' },
  { kind: 'next' },
  { kind: 'default' },
  { kind: 'branch', index: 0 },
  { kind: 'catch', index: 12 },
];

describe('outlets as text', () => {
  test('every outlet comes back from its key', () => {
    for (const outlet of outlets) expect(outletFromKey(outletKey(outlet))).toEqual(outlet);
  });
  test.each(['', 'in', 'branch', 'branch:x', 'next:1', '__proto__'])('%j is no outlet', (key) => {
    expect(outletFromKey(key)).toBeUndefined();
  });
  test('a port names its node and its outlet', () => {
    expect(portId('a@next' as NodeId, { kind: 'branch', index: 3 })).toBe('branch:3@a@next');
  });
});

describe('the entry of a scope', () => {
  test('is a node of its own in the picture, and the scope itself in edits', () => {
    for (const scope of ['', 'P/Branch0', 'A/Processor/B/Branch1'] as ScopeId[]) {
      expect(editEnd(entryId(scope), { kind: 'start' })).toBe(scope);
    }
    expect(editEnd('P/Branch0/A' as NodeId, { kind: 'next' })).toBe('P/Branch0/A');
  });
});
