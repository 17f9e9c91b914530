import { expect, test } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { dedent } from '../../testing/dedent.ts';
import { inputSkeleton } from './skeleton.ts';

const skeleton = (text: string): unknown => inputSkeleton(readSource(text).flow);

test('an input is made of the paths read before a state replaces it', () => {
  expect(
    skeleton(dedent`
      Type: StateMachine
      StartAt: Decide
      States:
      - Name: Decide
        Type: Choice
        Branches:
        - Condition: $Input.order.amount > 10 && $Input["by"] == "me"
          Next: Each
        Default: Call
      - Name: Each
        Type: Map
        ItemsPath: $Input.items
        Processor:
          StartAt: One
          States:
          - {Name: One, Type: Pass, OutputConstructor: {x.$: $Input.notHere}, End: true}
        End: true
      - Name: Call
        Type: Task
        Action: FC:InvokeFunction
        Parameters:
          resourceArn: acs:fc:::functions/f
          body:
            id.$: $Input.order.id
        Next: Later
      - Name: Later
        Type: Pass
        OutputConstructor: {y.$: $Input.Body.z}
        End: true
    `),
  ).toEqual({ order: { amount: '', id: '' }, by: '', items: [] });
});

test('a flow that reads nothing needs nothing; a key called __proto__ is a key', () => {
  expect(skeleton('StartAt: A\nStates:\n- {Name: A, Type: Succeed}\n')).toEqual({});
  const text =
    'StartAt: A\nStates:\n- {Name: A, Type: Pass, OutputConstructor: {x.$: $Input.__proto__.a}, End: true}\n';
  expect(Object.keys(skeleton(text) as object)).toEqual(['__proto__']);
});
