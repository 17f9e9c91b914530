import { expect, test } from 'vitest';
import type { Expression } from '../fdl/index.ts';
import { compileExpression, createEvalEnv, parseExpression } from '../fdl/index.ts';
import { flow } from '../testing/flow.ts';
import { run, threadAt } from '../testing/run.ts';
import { dataOf, nextWakeUp, readyThreads } from './index.ts';

const nested = flow`
  - {Name: G, Type: Pass, GlobalConstructor: {tenant: acme}, Next: M}
  - Name: M
    Type: Map
    ItemsPath: $Input.items
    Processor:
      StartAt: T
      States: [{Name: T, Type: Task, Action: 'A:B', TaskMode: WaitForCustomCallback, InputConstructor: {n.$: $Input.k}, Timeout: 30, End: true}]
    End: true
`;
const inside = () =>
  run(nested)
    .start({ items: [{ k: 1 }, { k: 2 }] })
    .settle();
const valueOf = (text: string, r: ReturnType<typeof run>): unknown => {
  const expression: Expression = parseExpression(text);
  const thread = threadAt(r.draft, 'M/Processor/T')!;
  return compileExpression(expression)(dataOf(r.draft, thread), createEvalEnv());
};

test('any expression can be evaluated at the moment a thread is in', () => {
  const r = inside();
  expect(valueOf('$Input', r)).toEqual({ n: 1 });
  expect(valueOf('$Global.tenant', r)).toBe('acme');
  expect(valueOf('$Context.Current.Name', r)).toBe('T');
  expect(valueOf('$Context.Execution.Input.items[1].k', r)).toBe(2);
  expect(valueOf('$Context.Current.TaskToken', r)).toBe(r.calls()[0]!.invocation.token);
});

test('a draft and its snapshot give the same answers', () => {
  const r = inside();
  const machine = r.draft.snapshot();
  expect(readyThreads(machine)).toEqual(readyThreads(r.draft));
  expect([nextWakeUp(machine), nextWakeUp(r.draft), r.draft.wakeUp()]).toEqual([30_000, 30_000, 30_000]);
});
