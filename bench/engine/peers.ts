/** The peers, each fed the workload in its own form. Both keep no execution history; ours does. */
import { StateMachine } from 'aws-local-stepfunctions';
import { assign, createActor, createMachine, fromPromise, toPromise } from 'xstate';
import type { Workload } from './flows.ts';

// The peer wants Node 22 for this one function; given it, it runs on 20 as well.
if (!('withResolvers' in Promise)) {
  Object.assign(Promise, {
    withResolvers() {
      let resolve: (value: unknown) => void = () => undefined;
      let reject: (reason: unknown) => void = () => undefined;
      const promise = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
      });
      return { promise, resolve, reject };
    },
  });
}

export function awsLocal(workload: Workload): () => Promise<unknown> {
  const machine = new StateMachine(workload.asl as never, { validationOptions: { noValidate: true } } as never);
  const names = Object.keys((workload.asl as { States: object }).States).filter((name) => name.startsWith('t'));
  const handlers = Object.fromEntries(names.map((name) => [name, (input: unknown) => Promise.resolve(input)]));
  const options = { overrides: { taskResourceLocalHandlers: handlers } };
  return () => machine.run(workload.input as never, options as never).result;
}

type States = Record<string, object>;
const finish = async (machine: ReturnType<typeof createMachine>): Promise<unknown> =>
  toPromise(createActor(machine).start());

function chain(count: number): States {
  const states: States = { end: { type: 'final' } };
  for (let i = 0; i < count; i += 1) states[`s${i}`] = { always: i + 1 < count ? `s${i + 1}` : 'end' };
  return states;
}
function loop(rounds: number): States {
  return {
    count: { always: { target: 'more', actions: assign({ n: ({ context }) => (context as { n: number }).n + 1 }) } },
    more: {
      always: [{ guard: ({ context }: { context: { n: number } }) => context.n < rounds, target: 'count' }, 'end'],
    },
    end: { type: 'final' },
  };
}
function taskChain(count: number): States {
  const call = fromPromise(({ input }) => Promise.resolve(input));
  const states: States = { end: { type: 'final' } };
  for (let i = 0; i < count; i += 1) {
    const target = i + 1 < count ? `t${i + 1}` : 'end';
    const actions = assign({ a: ({ event }: { event: { output: { a: number } } }) => event.output.a } as never);
    const input = ({ context }: { context: { a: number } }): object => ({ a: context.a });
    states[`t${i}`] = { invoke: { src: call, input, onDone: { target, actions } } };
  }
  return states;
}

/** Microsteps of one event are bounded in the peer, so its loop is an event a round: the faster way it offers. */
export function xstate(workload: Workload, kind: 'linear' | 'loop' | 'map' | 'tasks'): () => Promise<unknown> {
  const make = (initial: string, states: States, context: object = {}) =>
    createMachine({ context, initial, states } as never);
  if (kind === 'linear') {
    const machine = make('s0', chain(workload.transitions));
    return () => finish(machine);
  }
  if (kind === 'loop') {
    const machine = make('count', loop(workload.transitions / 2), { n: 0 });
    return () => finish(machine);
  }
  if (kind === 'tasks') {
    const machine = make('t0', taskChain(workload.transitions), { a: 1 });
    return () => finish(machine);
  }
  const child = make('s0', chain(3));
  return () => Promise.all(Array.from({ length: workload.transitions / 3 }, () => finish(child)));
}
