import { type StateType, taskModes } from '../model.ts';
import { type FieldSpec, optional, required, type StateSpec } from './field.ts';
import * as common from './fields.ts';
import { limits } from './limits.ts';
import { about } from './messages.ts';

/** Computed values are understood, and warned of (decision U11). */
const undocumented = { computable: true, undocumentedSuffix: true };

/** The language as data: what a flow and the eight state types consist of (reference sections 2 to 4). */
export const language: {
  readonly flow: readonly FieldSpec[];
  readonly states: { readonly [T in StateType]: StateSpec };
} = {
  flow: [
    required('Type', 'choice', 'basics', about.flow.Type, '2', { options: ['StateMachine'] }),
    required('Name', 'text', 'basics', about.flow.Name, '2'),
    required('SpecVersion', 'choice', 'basics', about.flow.SpecVersion, '2', { options: ['v1'] }),
    optional('Description', 'text', 'basics', about.flow.Description, '2'),
    required('StartAt', 'state-name', 'transitions', about.flow.StartAt, '2'),
    required('States', 'states', 'basics', about.flow.States, '2'),
  ],
  states: {
    Task: {
      type: 'Task',
      about: about.types.Task,
      ends: 'may',
      fields: [
        ...common.basics,
        required('Action', 'text', 'basics', about.task.Action, '4.1', { options: Object.keys(about.actions) }),
        optional('TaskMode', 'choice', 'basics', about.task.TaskMode, '9.1', { options: taskModes }),
        optional('Parameters', 'template', 'parameters', about.task.Parameters, '4.1', { undocumentedSuffix: true }),
        optional('Timeout', 'integer', 'basics', about.task.Timeout, '4.1', {
          computable: true,
          asText: true,
          range: { least: 0, most: limits.timeoutSeconds },
        }),
        ...common.constructors,
        ...common.recovery,
        ...common.transitions,
      ],
      template: {
        Action: 'FC:InvokeFunction',
        Parameters: { resourceArn: 'acs:fc:{region}:{account}:functions/{function}/LATEST', invocationType: 'Sync' },
      },
    },
    Choice: {
      type: 'Choice',
      about: about.types.Choice,
      ends: 'never',
      fields: [
        ...common.basics,
        required('Branches', 'branches', 'transitions', about.choice.Branches, '4.4'),
        required('Default', 'state-name', 'transitions', about.choice.Default, '4.4'),
        common.inputConstructor,
        common.globalConstructor,
      ],
      template: { Branches: [{ Condition: '$Input.value == true' }] },
    },
    Pass: {
      type: 'Pass',
      about: about.types.Pass,
      ends: 'may',
      fields: [...common.basics, ...common.constructors, ...common.transitions],
      template: {},
    },
    Wait: {
      type: 'Wait',
      about: about.types.Wait,
      ends: 'may',
      fields: [
        ...common.basics,
        required('Seconds', 'integer', 'basics', about.wait.Seconds, '4.3', {
          computable: true,
          range: { least: 1, most: limits.waitSeconds.Standard },
        }),
        ...common.constructors,
        ...common.transitions,
      ],
      template: { Seconds: 10 },
    },
    Parallel: {
      type: 'Parallel',
      about: about.types.Parallel,
      ends: 'may',
      fields: [
        ...common.basics,
        required('Branches', 'scopes', 'basics', about.parallel.Branches, '4.5'),
        ...common.constructors,
        ...common.recovery,
        ...common.transitions,
      ],
      template: {
        Branches: [
          { StartAt: 'First', States: [{ Type: 'Pass', Name: 'First', End: true }] },
          { StartAt: 'Second', States: [{ Type: 'Pass', Name: 'Second', End: true }] },
        ],
      },
    },
    Map: { type: 'Map', about: about.types.Map, ends: 'may', fields: mapFields(), template: mapTemplate() },
    Succeed: {
      type: 'Succeed',
      about: about.types.Succeed,
      ends: 'always',
      fields: [...common.basics, ...common.constructors],
      template: {},
    },
    Fail: {
      type: 'Fail',
      about: about.types.Fail,
      ends: 'always',
      fields: [
        ...common.basics,
        optional('Code', 'text', 'basics', about.fail.Code, '4.9', undocumented),
        optional('Detail', 'text', 'basics', about.fail.Detail, '4.9', undocumented),
        common.inputConstructor,
        common.outputConstructor,
      ],
      template: { Code: 'MyError', Detail: 'What went wrong' },
    },
  },
};

function mapFields(): readonly FieldSpec[] {
  const { map } = about;
  const distributed = { distributedOnly: true };
  const count = { range: { least: 0, most: Infinity } };
  const concurrency = { ...undocumented, range: { least: 1, most: Infinity } };
  return [
    ...common.basics,
    required('ItemsPath', 'expression', 'parameters', map.ItemsPath, '4.6'),
    required('Processor', 'scope', 'basics', map.Processor, '4.6'),
    optional('MaxConcuccency', 'integer', 'parameters', map.MaxConcuccency, '4.6', concurrency),
    optional('MaxConcurrency', 'integer', 'parameters', map.MaxConcurrency, '4.6', { ...concurrency, hidden: true }),
    optional('ProcessorConfig', 'object', 'parameters', map.ProcessorConfig, '4.7'),
    optional('ItemReader', 'object', 'parameters', map.ItemReader, '4.7', distributed),
    optional('ItemBatcher', 'object', 'parameters', map.ItemBatcher, '4.7', distributed),
    optional('ItemConstructor', 'template', 'data', map.ItemConstructor, '4.7', distributed),
    optional('ResultWriter', 'object', 'parameters', map.ResultWriter, '4.7', distributed),
    optional('MaxItems', 'integer', 'parameters', map.MaxItems, '4.7', { ...distributed, ...count }),
    optional('ToleratedFailurePercentage', 'number', 'errors', map.ToleratedFailurePercentage, '4.7', {
      ...distributed,
      range: { least: 0, most: 100 },
    }),
    optional('ToleratedFailureCount', 'integer', 'errors', map.ToleratedFailureCount, '4.7', {
      ...distributed,
      ...count,
    }),
    ...common.constructors,
    ...common.recovery,
    ...common.transitions,
  ];
}

function mapTemplate(): StateSpec['template'] {
  return {
    ItemsPath: '$Input.items',
    Processor: { StartAt: 'Each item', States: [{ Type: 'Pass', Name: 'Each item', End: true }] },
  };
}
