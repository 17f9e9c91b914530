import { flow, pass, type Rows } from './flows.ts';

/** Rules about the flow as a whole. */
export const flowRules: Rows = {
  F01: [
    { bad: 'Type: [StateMachine', at: '[StateMachine', good: pass('') },
    { bad: '- a list', at: '-', good: pass('') },
    { bad: flow('- Name: A\n  Type: Pass\n  Type: Wait\n  End: true'), at: 'Type', good: pass('') },
    { bad: flow('- Name: A\n  Type: Pass\n\tEnd: true'), at: '\t', good: pass('') },
  ],
  F02: [
    { bad: pass('').replace('StateMachine', 'Machine'), at: 'Machine', good: pass('') },
    { bad: 'version: v1\ntype: flow\nsteps: []\n', at: 'flow', good: pass('') },
    { bad: '{"name": "left-pad", "version": "1.0.0"}', at: '"name"', good: pass('') },
  ],
  F03: [{ bad: pass('').replace('v1', 'v2'), at: 'v2', good: pass('') }],
  F04: [
    { bad: pass('').replace('sample', '1sample'), at: '1sample', good: pass('') },
    { bad: pass('').replace('Name: sample\n', ''), at: 'Type', good: pass('') },
    { bad: pass(''), at: 'sample', good: pass(''), options: { flowName: 'other' } },
  ],
  F05: [
    { bad: pass('').replace('StartAt: A', 'StartAt: Nowhere'), at: 'Nowhere', good: pass('') },
    { bad: pass('').replace('StartAt: A\n', ''), at: 'Type', good: pass('') },
  ],
  F06: [
    {
      bad: 'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates: {A: {Type: Pass}}',
      at: '{A: {Type: Pass}}',
      good: pass(''),
    },
    { bad: flow('- Name: A\n  Type: Pass\n  End: true\n- just text\n'), at: 'just text', good: pass('') },
    { bad: 'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates: []', at: '[]', good: pass('') },
  ],
  F07: [{ bad: `${pass('')}\nTimeout: 5\n`, at: 'Timeout', good: `${pass('')}\nDescription: fine\n` }],
  F08: [
    { bad: `${pass('')}\n# ${'x'.repeat(1_100_000)}`, at: '', good: pass('') },
    { bad: `${pass('')}\n# ${'x'.repeat(600_000)}`, at: '', good: pass(''), severity: 'warning' },
  ],
  F09: [
    { bad: pass('InputConstructor: {a: &x {n: 1}, b: *x}'), at: '{n: 1}', good: pass('InputConstructor: {a: {n: 1}}') },
  ],
};
