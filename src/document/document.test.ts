import { describe, expect, test } from 'vitest';
import { type Changes, type Point } from '../base/index.ts';
import { checkFlow, type NodeId, rootScope, stateId } from '../fdl/index.ts';
import { dedent } from '../testing/dedent.ts';
import {
  applyTransaction,
  carryPositions,
  checkWith,
  type DocumentState,
  editDocument,
  openDocument,
  redo,
  type Transaction,
  undo,
} from './index.ts';

const text = dedent`
  Type: StateMachine
  SpecVersion: v1
  Name: two
  StartAt: A
  States:
  - Name: A   # first
    Type: Pass
    Next: B
  - Name: B
    Type: Pass
    End: true
`;
const a = stateId(rootScope, 'A');
const b = stateId(rootScope, 'B');

const transaction = (changes: Changes, time: number, more: Partial<Transaction> = {}): Transaction => ({
  changes,
  origin: 'editor',
  label: 'Typing',
  time,
  ...more,
});
const insert = (at: number, what: string): Changes => [{ from: at, to: at, insert: what }];
const type = (state: DocumentState, at: number, what: string, time: number): DocumentState =>
  applyTransaction(state, transaction(insert(at, what), time));
const back = (state: DocumentState): DocumentState => {
  const step = undo(state, 0);
  return step ? applyTransaction(state, step) : state;
};
const forth = (state: DocumentState): DocumentState => {
  const step = redo(state, 0);
  return step ? applyTransaction(state, step) : state;
};

describe('a document', () => {
  test('keeps its text exactly, line ends and byte order mark included', () => {
    const awkward = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(openDocument(awkward).text).toBe(awkward);
  });

  test('keeps the last readable picture while the text cannot be read at all', () => {
    const opened = openDocument(text);
    const broken = applyTransaction(opened, transaction([{ from: 0, to: text.length, insert: 'nothing' }], 0));
    expect(broken.source.health).toBe('broken');
    expect(broken.lastReadable.flow.states.map(({ name }) => name.value)).toEqual(['A', 'B']);
  });

  test('is checked by the rules it is given, also when they come later', () => {
    const wrong = text.replace('Next: B', 'Next: Nowhere');
    expect(openDocument(wrong).diagnostics).toEqual([]);
    const checked = checkWith(openDocument(wrong), checkFlow);
    expect(checked.diagnostics.some(({ message }) => message.includes('Nowhere'))).toBe(true);
    const mended = type(checked, text.length, '\n', 0);
    expect(mended.check).toBe(checkFlow);
    expect(mended.diagnostics.length).toBeGreaterThan(0);
  });
});

describe('history', () => {
  test('typing that touches and follows within half a second is one step', () => {
    let state = type(openDocument('abc'), 3, 'd', 0);
    state = type(state, 4, 'e', 400);
    expect(state.history.done).toHaveLength(1);
    expect(back(state).text).toBe('abc');
  });

  test.each([
    { title: 'a pause', at: 4, time: 501 },
    { title: 'another place', at: 0, time: 100 },
  ])('$title begins a new step', ({ at, time }) => {
    const state = type(type(openDocument('abc'), 3, 'd', 0), at, 'x', time);
    expect(state.history.done).toHaveLength(2);
  });

  test('edits under the same key are one step however long they take', () => {
    const keyed = { origin: 'inspector', joinKey: 'form-1' } as const;
    let state = applyTransaction(openDocument('abc'), transaction(insert(0, 'x'), 0, keyed));
    state = applyTransaction(state, transaction(insert(4, 'y'), 90_000, { ...keyed, label: 'Change it' }));
    expect(state.history.done.map(({ label }) => label)).toEqual(['Change it']);
    expect(back(state).text).toBe('abc');
    expect(forth(back(state)).text).toBe('xabcy');
  });

  test('typing after an undo never joins what was undone before', () => {
    const state = back(type(type(openDocument('abc'), 3, 'd', 0), 0, 'x', 100));
    const typed = type(state, 4, 'e', 150);
    expect(typed.history.undone).toEqual([]);
    expect(back(typed).text).toBe('abcd');
  });

  test('moving a node is a step like any other, and the text does not know', () => {
    const positions = new Map<NodeId, Point>([[a, { x: 1, y: 2 }]]);
    const moved = applyTransaction(openDocument(text), transaction([], 0, { positions, origin: 'canvas' }));
    expect(moved.text).toBe(text);
    expect(back(moved).positions.size).toBe(0);
    expect(forth(back(moved)).positions.get(a)).toEqual({ x: 1, y: 2 });
  });

  test('undo brings the caret back to where it stood', () => {
    const caretBefore = { from: 1, to: 1 };
    const state = applyTransaction(openDocument('abc'), transaction(insert(3, 'd'), 0, { caretBefore }));
    expect(undo(state, 0)?.caret).toEqual(caretBefore);
    expect(redo(back(state), 0)?.caret).toEqual({ from: 4, to: 4 });
  });

  test('it is bounded: the oldest steps are forgotten', () => {
    let state = openDocument('');
    for (let i = 0; i < 1100; i += 1) state = type(state, 0, 'x', i * 1000);
    expect(state.history.done).toHaveLength(1000);
  });
});

describe('edits by meaning', () => {
  test('become a transaction with a label, and what to select', () => {
    const planned = editDocument(openDocument(text), { type: 'rename-state', state: b, name: 'C' }, 'inspector', 7);
    if (!planned.ok) throw new Error(planned.error.message);
    const { transaction: made, select, renamed } = planned.value;
    const after = applyTransaction(openDocument(text), made);
    expect(after.text).toBe(text.replace('Next: B', 'Next: C').replace('Name: B', 'Name: C'));
    expect(select).toEqual(['C']);
    expect(renamed?.get('B')).toBe('C');
    expect(made).toMatchObject({ origin: 'inspector', time: 7 });
    expect(made.label).not.toBe('');
  });

  test('what cannot be done is refused with a reason', () => {
    const planned = editDocument(openDocument(text), { type: 'rename-state', state: b, name: 'A' }, 'inspector', 0);
    expect(planned).toMatchObject({ ok: false, error: { reason: 'name-taken' } });
  });

  test('hand-placed positions follow a renamed state and everything inside it', () => {
    const at = { x: 1, y: 1 };
    const positions = new Map([
      ['P' as NodeId, at],
      ['P/Branch0/X' as NodeId, at],
      ['Pa' as NodeId, at],
    ]);
    const carried = carryPositions(positions, new Map([['P', 'Q']]));
    expect([...carried.keys()]).toEqual(['Q', 'Q/Branch0/X', 'Pa']);
    expect(carryPositions(positions, new Map([['Z', 'Y']]))).toBe(positions);
  });
});
