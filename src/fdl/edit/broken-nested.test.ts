import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../base/index.ts';
import { dedent } from '../../testing/dedent.ts';
import { type FlowEdit, planEdit, readSource, type ScopeId, type StateId } from '../index.ts';

// One state inside of a Map is half-typed: everything around it can be edited, it cannot.
const flow = dedent`
  Type: StateMachine
  Name: n
  SpecVersion: v1
  StartAt: Big
  States:
  - Name: Big # all of it
    Type: Map
    ItemsPath: $Input.items
    Processor:
      StartAt: Ask
      States:
      - Name: Ask # first
        Type: Wait
        Next: Work

      - Name: Work
        Type: Task
        Action: FC:InvokeFunction
        Next: Last

      - Name: Last
        Type: Succeed
    End: true
`;
const broken = flow.replace('Action: FC:InvokeFunction', 'Action: "FC:Invoke');
const scope = 'Big/Processor' as ScopeId;
const id = (name: string): StateId => `Big/Processor/${name}` as StateId;

/** The text after an edit, or why it was refused; the half-typed state is known from better times. */
function edited(text: string, edit: FlowEdit): string {
  const source = readSource(text, readSource(flow));
  const plan = planEdit(source, edit);
  return plan.ok ? applyChanges(text, plan.value.changes) : `${plan.error.reason}: ${plan.error.message}`;
}

describe('beside a half-typed state inside of a Map', () => {
  test('a field is set on its line', () => {
    const edit: FlowEdit = { type: 'set-field', state: id('Ask'), path: ['Seconds'], value: 5 };
    expect(edited(broken, edit)).toBe(broken.replace('Type: Wait\n', 'Type: Wait\n      Seconds: 5\n'));
  });

  test('the Map itself can be changed', () => {
    const edit: FlowEdit = { type: 'set-field', state: 'Big' as StateId, path: ['ItemsPath'], value: '$Input.all' };
    expect(edited(broken, edit)).toBe(broken.replace('$Input.items', '$Input.all'));
  });

  test('transitions lead to it and around it', () => {
    const outlet = { kind: 'next' } as const;
    expect(edited(broken, { type: 'connect', from: id('Ask'), outlet, to: id('Last') })).toBe(
      broken.replace('Next: Work', 'Next: Last'),
    );
    const around = broken.replace('Next: Work', 'Next: Last');
    expect(edited(around, { type: 'connect', from: id('Ask'), outlet, to: id('Work') })).toBe(broken);
  });

  test('another state is renamed, added, removed', () => {
    expect(edited(broken, { type: 'rename-state', state: id('Ask'), name: 'Query' })).toBe(
      broken.replaceAll('Ask', 'Query'),
    );
    const state = { type: 'Succeed', name: 'N' } as const;
    expect(edited(broken, { type: 'add-state', scope, state, after: undefined })).toBe(
      broken.replace('      Type: Succeed\n', '      Type: Succeed\n\n    - Name: N\n      Type: Succeed\n'),
    );
    expect(edited(broken, { type: 'remove-states', states: [id('Ask')] })).toBe(
      broken.replace(/ {4}- Name: Ask[^]*?\n\n/, '').replace('StartAt: Ask', 'StartAt: Work'),
    );
  });

  test('a state is added behind it, also where it is the last', () => {
    const last = broken.replace(/\n {4}- Name: Last\n {6}Type: Succeed\n/, '');
    const edit: FlowEdit = { type: 'add-state', scope, after: id('Work'), state: { type: 'Succeed', name: 'N' } };
    expect(edited(last, edit)).toBe(
      last.replace('      Next: Last\n', '      Next: Last\n\n    - Name: N\n      Type: Succeed\n'),
    );
  });

  test.each<[string, FlowEdit]>([
    ['a field', { type: 'set-field', state: id('Work'), path: ['Timeout'], value: 5 }],
    ['its name', { type: 'rename-state', state: id('Work'), name: 'X' }],
    ['where it leads', { type: 'connect', from: id('Work'), outlet: { kind: 'next' }, to: id('Ask') }],
  ])('%s of the half-typed one is not changed; the line is named', (_, edit) => {
    expect(edited(broken, edit)).toMatch(/^text-unreadable: Work .*line 18 first/);
  });
});

describe('in a Map whose own lines are half-typed', () => {
  const header = flow.replace('ItemsPath: $Input.items', 'Items');

  test('the states inside can be changed', () => {
    expect(edited(header, { type: 'set-field', state: id('Ask'), path: ['Type'], value: 'Pass' })).toBe(
      header.replace('Type: Wait', 'Type: Pass'),
    );
  });

  test.each<[string, FlowEdit]>([
    ['the Map', { type: 'set-field', state: 'Big' as StateId, path: ['Description'], value: 'x' }],
    ['its start', { type: 'connect', from: scope, outlet: { kind: 'start' }, to: id('Work') }],
    ['its list', { type: 'add-state', scope: scope, state: { type: 'Pass' }, after: undefined }],
  ])('%s cannot', (_, edit) => {
    expect(edited(header, edit)).toMatch(/^text-unreadable: Big .*line 8 first/);
  });
});
