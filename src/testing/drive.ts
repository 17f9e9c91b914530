/** Drivers and definitions for tests: a run in a page without a page. */
import { vi } from 'vitest';
import type { Json } from '../base/index.ts';
import type { Flow } from '../fdl/index.ts';
import { createDriver, type Driver, type DriverOptions, type FunctionClient } from '../functions/index.ts';
import type { Answer, FunctionCard, ScriptedCallback } from '../scenario/index.ts';
import { compileProgram, machineAt, type TaskToken, waitingFor } from '../simulator/index.ts';
import { flow } from './flow.ts';

type Doing = Answer extends infer A ? (A extends Answer ? Omit<A, 'latencyMs' | 'times'> & Partial<A> : never) : never;
export const card = (match: FunctionCard['match'], ...answers: readonly Doing[]): FunctionCard => ({
  match,
  answers: answers.map((answer) => ({ latencyMs: 0, times: 1, ...answer }) as Answer),
});
export const value = (json: Json, latencyMs = 0) => ({ kind: 'return', value: json, latencyMs }) as const;
export const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;

/** A client whose answers come back after as many turns of the event loop as the test says. */
export function clientWithDelays(
  delays: readonly number[] = [0],
): FunctionClient & { readonly invoke: ReturnType<typeof vi.fn> } {
  let calls = 0;
  return {
    invoke: vi.fn(async (call, respond: Parameters<FunctionClient['invoke']>[1]) => {
      const turns = delays[calls++ % delays.length] ?? 0;
      for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setTimeout(resolve, 0));
      return respond(call);
    }),
  };
}

interface Given extends Partial<Omit<DriverOptions, 'world'>> {
  readonly cards?: readonly FunctionCard[];
  readonly callbacks?: readonly ScriptedCallback[];
  readonly children?: DriverOptions['world']['children'];
}
export function drive(definition: Flow, { cards = [], callbacks, children, ...more }: Given = {}): Driver {
  return createDriver({
    program: compileProgram(definition),
    options,
    client: clientWithDelays(),
    world: { cards, callbacks, children },
    ports: {
      now: () => performance.now(),
      later: (milliseconds, task) => {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    ...more,
  });
}
export const machineOf = (driver: Driver) => machineAt(driver.getState().session);
const tokensOf = (driver: Driver) => waitingFor(machineOf(driver)).flatMap((w) => (w.token ? [w.token] : []));
export const tokenOf = (driver: Driver): TaskToken => tokensOf(driver)[0]!;
export const standing = (driver: Driver) => [...machineOf(driver).threads.values()].map((thread) => String(thread.at));

export const pay = (name: string, more: string) =>
  `{ Type: Task, Name: ${name}, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/${name.toLowerCase()}', invocationType: Sync }, ${more} }`;
export const waitFor = (name: string, more: string) =>
  `{ Type: Task, Name: ${name}, TaskMode: WaitForCustomCallback, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/ask', invocationType: Async, body: { 'token.$': $Context.Current.TaskToken } }, ${more} }`;
export const three = flow`
  - ${pay('A', 'Next: B')}
  - ${pay('B', 'Next: C')}
  - ${pay('C', 'End: true')}
`;
export const callback = flow`
  - ${waitFor('Ask', 'Timeout: 60, Next: C')}
  - ${pay('C', 'End: true')}
`;
export const fanOut = flow`
  - Type: Parallel
    Name: Both
    Next: C
    Branches:
    - StartAt: A
      States: [ ${pay('A', 'Next: A2')}, ${pay('A2', 'End: true')} ]
    - StartAt: B
      States: [ ${pay('B', 'End: true')} ]
  - ${pay('C', 'End: true')}
`;
