import {
  flow,
  pass,
  call,
  wait,
  choice,
  branch,
  computed,
  parallel,
  map,
  caught,
  nested,
  deepCall,
  type Rows,
} from './flows.ts';

/** Rules about what all states share, and expressions. */
export const stateRules: Rows = {
  C01: [
    { bad: flow('- Name: A\n  End: true'), at: 'A', good: pass('') },
    { bad: flow("- Type: Pass\n  Name: ''\n  End: true"), at: "''", good: pass('') },
    { bad: flow('- Type: Pass\n  End: true'), at: 'Type', good: pass('') },
  ],
  C02: [{ bad: flow('- {Name: A, Type: Taks, End: true}'), at: 'Taks', good: pass('') }],
  C03: [
    { bad: `${pass('')}\n- {Name: A, Type: Succeed}`, at: 'A', good: pass('') },
    {
      bad: parallel('[{StartAt: A, States: [{Name: A, Type: Succeed}]}]'),
      at: 'A',
      good: parallel('[{StartAt: B, States: [{Name: B, Type: Succeed}]}]'),
      severity: 'warning',
    },
  ],
  C05: [{ bad: flow('- {Name: A, Type: Pass, End: false}'), at: 'A', good: pass('') }],
  C06: [{ bad: `${pass('Next: B')}\n- {Name: B, Type: Succeed}`, at: 'B', good: pass('') }],
  C07: [
    { bad: flow('- {Name: A, Type: Pass, Next: Nowhere}'), at: 'Nowhere', good: pass('') },
    { bad: choice('Branches: [{Condition: $Input.a, Next: X}]\n  Default: C'), at: 'X', good: branch('$Input.a') },
    { bad: choice('Branches: [{Condition: $Input.a, Next: B}]\n  Default: Y'), at: 'Y', good: branch('$Input.a') },
    { bad: caught('[{Errors: [X], Description: d, OutputConstructor: {}, Next: Gone}]'), at: 'Gone', good: pass('') },
    { bad: parallel('[{StartAt: No, States: [{Name: I, Type: Succeed}]}]'), at: 'No', good: pass('') },
    {
      bad: parallel('[{StartAt: I, States: [{Name: I, Type: Pass, Next: A}]}]'),
      at: 'A',
      good: parallel('[{StartAt: I, States: [{Name: I, Type: Pass, End: true}]}]'),
    },
  ],
  C08: [
    { bad: `${pass('')}\n- {Name: Lost, Type: Succeed}`, at: 'Lost', good: pass('') },
    { bad: flow('- {Name: A, Type: Pass, Next: B}\n- {Name: B, Type: Pass, Next: A}'), at: 'A', good: pass('') },
  ],
  C10: [
    { bad: flow('- {Name: A, Type: Pass, End: "true"}'), at: '"true"', good: pass('') },
    { bad: flow('- {Name: A, Type: Pass, Next: [A]}'), at: '[A]', good: pass('') },
    { bad: pass('Description: 5'), at: '5', good: pass('Description: "5"') },
    { bad: pass('InputConstructor: text'), at: 'text', good: pass('InputConstructor: {}') },
    {
      bad: map('Retry: [{Description: d, Errors: [X], MaxAttempts: 1.5, IntervalSeconds: 1}]'),
      at: '1.5',
      good: map(''),
    },
  ],
  C12: [
    { bad: pass('OutputConstuctor: {}'), at: 'OutputConstuctor', good: pass('OutputConstructor: {}') },
    {
      bad: flow('- {Name: A, Type: Succeed, Next: A}'),
      at: 'Next',
      good: flow('- {Name: A, Type: Succeed, End: true}'),
    },
    { bad: map('').replace('ItemsPath:', 'ItemsPath.$:'), at: 'ItemsPath.$', good: map('') },
    {
      bad: flow("- {Name: A, Type: Fail, Code: X, Detail.$: '$Input.why'}"),
      at: 'Detail.$',
      good: flow('- {Name: A, Type: Fail, Code: X, Detail: why}'),
    },
    { bad: pass('OutputConstructor.$: $Input'), at: 'OutputConstructor.$', good: pass('OutputConstructor: {}') },
    { bad: call('TaskMode.$: $Input.mode'), at: 'TaskMode.$', good: wait('Seconds.$: $Input.s') },
  ],
  C13: [
    { bad: pass('OutputConstructor: {x.$: {a: 1}}'), at: '{a: 1}', good: computed('$Input.a') },
    {
      bad: pass('OutputConstructor: {x.$: hello there}'),
      at: 'hello there',
      good: pass('OutputConstructor: {x: hello there}'),
    },
  ],
  C14: [
    { bad: computed('$Input.a +'), at: '', good: computed('$Input.a') },
    { bad: computed('nothing($Input.a)'), at: 'nothing', good: computed('uuid()') },
    { bad: computed('length()'), at: 'length()', good: computed('length($Input.a)') },
    { bad: computed('$Inputs.a'), at: '$Inputs', good: computed('$Input.a') },
    { bad: map('').replace('$Input.items', 'f(1)'), at: 'f', good: map('') },
  ],
  C15: [{ bad: computed(deepCall(11)), at: `'${deepCall(11)}'`, good: computed(deepCall(10)) }],
  C16: [
    { bad: pass('InputConstructor: {x.$: $Output.a}'), at: '$Output', good: computed('$Output.a') },
    {
      bad: caught('[{Errors: [X], Description: d, OutputConstructor: {x.$: $Output}, Next: B}]'),
      at: '$Output',
      good: pass('GlobalConstructor: {x.$: $Output.a}'),
      severity: 'hint',
    },
  ],
  C17: [
    { bad: pass('OutputConstructor: {x: $Input.a}'), at: '$Input.a', good: computed('$Input.a') },
    { bad: pass('OutputConstructor: {x: uuid()}'), at: 'uuid()', good: pass('OutputConstructor: {x: costs $Input.a}') },
  ],
  C18: [
    {
      bad: computed('$Context.Current.Token'),
      at: "'$Context.Current.Token'",
      good: computed('$Context.Current.TaskToken'),
    },
    { bad: computed('$input.a'), at: '$input', good: computed('$Context.Execution.Input.anything.at.all') },
  ],
  C19: [
    {
      bad: computed('$Item.a'),
      at: '$Item',
      good: map('ProcessorConfig: {ExecutionMode: Express}\n  ItemConstructor: {a.$: $Item.a}'),
    },
  ],
  C20: [
    { bad: call('Timeout: 5\n  Timeout.$: $Input.t'), at: 'Timeout.$', good: call('Timeout.$: $Input.t') },
    { bad: pass('OutputConstructor: {x.$: uuid(), x: 1}'), at: 'x', good: computed('uuid()') },
  ],
  C21: [
    { bad: flow(`- ${nested(20).replace('S20', 'A')}`), at: 'Z', good: flow(`- ${nested(19).replace('S19', 'A')}`) },
  ],
  C22: [{ bad: `${pass('')}\n- {Name: ${'n'.repeat(129)}, Type: Succeed}`, at: 'n'.repeat(129), good: pass('') }],
  E01: [
    { bad: computed('$Input.a + 1'), at: '$Input.a + 1', good: computed('$Input.a == 1') },
    { bad: branch('$Input.a == null'), at: 'null', good: branch('$Input.a == 1') },
  ],
  E02: [{ bad: computed('intAdd(1, 2)'), at: 'intAdd', good: computed('length("a")') }],
};
