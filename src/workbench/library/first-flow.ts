/** The example of the first visit: a call, a decision and a person's approval, ready to run. */
import type { Answer, FunctionCard } from '../../scenario/index.ts';

const text = `Type: StateMachine
SpecVersion: v1
Name: order-approval
StartAt: Check stock
States:
# Ask the warehouse. A busy function is asked again.
- Type: Task
  Name: Check stock
  Action: FC:InvokeFunction
  TaskMode: RequestComplete
  Parameters:
    resourceArn: acs:fc:::functions/check-stock
    invocationType: Sync
    body:
      item.$: $Input.item
      count.$: $Input.count
  OutputConstructor:
    item.$: $Input.item
    amount.$: $Input.amount
    inStock.$: $Output.Body.inStock
  Retry:
  - Errors: [FC.ResourceThrottled, FC.ResourceExhausted]
    Description: The warehouse is busy
    MaxAttempts: 3
    IntervalSeconds: 2
    BackoffRate: 2
  Next: Enough?

# Large orders need a person.
- Type: Choice
  Name: Enough?
  Branches:
  - Condition: $Input.inStock == false
    Next: Out of stock
  - Condition: $Input.amount > 1000
    Next: Ask for approval
  Default: Ship

- Type: Task
  Name: Ask for approval
  Action: FC:InvokeFunction
  TaskMode: WaitForCustomCallback
  Timeout: 86400
  Parameters:
    resourceArn: acs:fc:::functions/ask-manager
    invocationType: Async
    body:
      order.$: $Input
      token.$: $Context.Current.TaskToken
  Catch:
  - Errors: [FnF.ALL]
    Description: Refused, or no answer within a day
    OutputConstructor:
      reason.$: $Context.Current.Error
    Next: Rejected
  OutputConstructor:
    item.$: $Input.item
    amount.$: $Input.amount
    approval.$: $Output
  Next: Ship

- Type: Task
  Name: Ship
  Action: FC:InvokeFunction
  TaskMode: RequestComplete
  Parameters:
    resourceArn: acs:fc:::functions/ship
    invocationType: Sync
    body.$: $Input
  Next: Done

- Type: Succeed
  Name: Done

- Type: Fail
  Name: Out of stock
  Code: OutOfStock
  Detail: The warehouse has none left.

- Type: Fail
  Name: Rejected
  Code: OrderRejected
  Detail: The manager said no, or said nothing for a day.
`;

const once = { latencyMs: 40, times: 1 };
const answers = (...list: readonly Answer[]): readonly Answer[] => list;
const cards: readonly FunctionCard[] = [
  {
    match: { function: 'check-stock' },
    answers: answers(
      { ...once, kind: 'error', code: 'FC.ResourceThrottled', detail: undefined },
      { ...once, kind: 'return', value: { inStock: true } },
    ),
  },
  { match: { function: 'ship' }, answers: answers({ ...once, kind: 'return', value: { parcel: 'p-17' } }) },
];

export const firstFlow = {
  name: 'order-approval',
  text,
  input: JSON.stringify({ item: 'lamp', count: 2, amount: 1200 }, null, 2),
  cards,
};
