import { describe, expect, test } from 'vitest';
import { flow } from '../../testing/flow.ts';
import { stateId, rootScope, type StateId } from '../../fdl/index.ts';
import { compileProgram } from '../compile.ts';
import { decisionsOf, eventsOf, feed, openSession, type Session } from '../session.ts';
import { nextInput } from '../schedule.ts';
import { machineAt } from '../session.ts';
import type { Json } from '../../base/index.ts';
import type { Effect } from '../messages.ts';
import { lanesOf } from './lanes.ts';
import { dataAt, evaluateAt } from './state-moment.ts';
import { visitsOf } from './visits.ts';

const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;
type Reply = (call: Extract<Effect, { type: 'invoke' }>['invocation'], nth: number) => Json | string;

/** Plays a flow to its end; a reply that is a text is an error code. */
function play(definition: ReturnType<typeof flow>, input: Json, reply: Reply): Session {
  let session = openSession(compileProgram(definition), options);
  let calls = 0;
  const give = (fed: ReturnType<typeof feed>): void => {
    session = fed.session;
    for (const effect of fed.effects) {
      if (effect.type !== 'invoke') continue;
      const said = reply(effect.invocation, calls++);
      const outcome =
        typeof said === 'string'
          ? ({ ok: false, error: { code: said, detail: 'refused' } } as const)
          : ({ ok: true, value: said } as const);
      give(feed(session, { type: 'invocation-settled', effect: effect.id, outcome }));
    }
  };
  give(feed(session, { type: 'start', input }));
  for (;;) {
    const next = nextInput(machineAt(session), []);
    if (typeof next === 'string') return session;
    give(feed(session, next.input));
  }
}
const id = (name: string): StateId => stateId(rootScope, name);

const charging = flow`
  - Name: Charge
    Type: Task
    Action: FC:InvokeFunction
    InputConstructor: { order: { id.$: $Input.orderId }, fixed: 1 }
    Parameters: { resourceArn: 'acs:fc:::functions/charge', invocationType: Sync, body: { id.$: $Input.order.id } }
    OutputConstructor: { receipt.$: $Output.Body.id }
    GlobalConstructor: { paid.$: $Output.Body.id }
    Retry: [{ Errors: [FC.ResourceThrottled], MaxAttempts: 2, IntervalSeconds: 2 }]
    Catch: [{ Errors: [FnF.ALL], OutputConstructor: { why.$: $Context.Current.Error.Code }, Next: Lost }]
    Next: Kept
  - { Name: Kept, Type: Pass, End: true }
  - { Name: Lost, Type: Pass, End: true }
`;

describe('the data of a state at a moment', () => {
  const session = play(charging, { orderId: 'o-1' }, (_, nth) =>
    nth === 0 ? 'FC.ResourceThrottled' : { Body: { id: 'r-9' } },
  );

  test('every stage is there, with the attempts and what Retry decided', () => {
    const moment = dataAt(session, session.length, id('Charge'))!;
    expect(moment.visit).toMatchObject({
      received: { orderId: 'o-1' },
      constructed: { order: { id: 'o-1' }, fixed: 1 },
      output: { receipt: 'r-9' },
      entered: 0,
      left: 2000,
    });
    expect(moment.visit.attempts).toMatchObject([
      { sent: 0, error: { code: 'FC.ResourceThrottled' }, parameters: { body: { id: 'o-1' } } },
      { sent: 2000, raw: { Body: { id: 'r-9' } } },
    ]);
    expect(moment.visit.decisions).toMatchObject([{ kind: 'retry', rule: 0, attempt: 1, delayMs: 2000 }]);
    expect(moment).toMatchObject({ raw: { Body: { id: 'r-9' } }, globalBefore: {}, globalAfter: { paid: 'r-9' } });
  });

  test('each value names the expression that made it', () => {
    const { sources } = dataAt(session, session.length, id('Charge'))!;
    expect(sources.constructed).toEqual([{ path: ['order', 'id'], expression: '$Input.orderId' }]);
    expect(sources.parameters).toEqual([{ path: ['body', 'id'], expression: '$Input.order.id' }]);
    expect(sources.output).toEqual([{ path: ['receipt'], expression: '$Output.Body.id' }]);
    expect(sources.caught).toEqual([[{ path: ['why'], expression: '$Context.Current.Error.Code' }]]);
  });

  test('an earlier moment knows nothing of what came later', () => {
    expect(dataAt(session, 1, id('Charge'))).toBeUndefined();
    const early = dataAt(session, 2, id('Charge'))!;
    expect(early.visit).toMatchObject({ left: undefined, output: undefined });
    expect(early.globalAfter).toBeUndefined();
  });

  test('any expression is evaluated with the data of the moment', () => {
    const { visit } = dataAt(session, session.length, id('Charge'))!;
    const value = (text: string) => evaluateAt(session, session.length, visit, text);
    expect(value('$Input.order.id')).toEqual({ ok: true, value: 'o-1' });
    expect(value('$Output.Body.id')).toEqual({ ok: true, value: 'r-9' });
    expect(value('$Global.paid')).toEqual({ ok: true, value: 'r-9' });
    expect(value('$Context.Current.Name')).toEqual({ ok: true, value: 'Charge' });
    expect(value('$Input.')).toMatchObject({ ok: false });
    expect(value('1 / 0')).toMatchObject({ ok: false });
  });

  test('a caught error shows what the rule hands on', () => {
    const lost = play(charging, { orderId: 'o-1' }, () => 'FC.AccessDenied');
    const { visit } = dataAt(lost, lost.length, id('Charge'))!;
    expect(visit).toMatchObject({ output: { why: 'FC.AccessDenied' }, error: { code: 'FC.AccessDenied' } });
    expect(visit.decisions).toMatchObject([{ kind: 'catch', rule: 0, target: id('Lost') }]);
  });
});

describe('branches and items', () => {
  const mapping = flow`
    - Name: Each
      Type: Map
      ItemsPath: $Input.items
      Catch: [{ Errors: [FnF.ALL], Next: After }]
      Processor:
        StartAt: Do
        States:
        - { Name: Do, Type: Task, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/do' }, End: true }
      Next: After
    - { Name: After, Type: Pass, End: true }
  `;
  const items = [{ n: 0 }, { n: 1 }, { n: 2 }];

  test('a Map shows its items by outcome', () => {
    const session = play(mapping, { items }, (_, nth) => ({ Body: { nth } }));
    const { visit, raw } = dataAt(session, session.length, id('Each'))!;
    expect(visit.children.map(({ slot, outcome, input }) => [slot, outcome, input])).toEqual([
      [0, 'succeeded', { n: 0 }],
      [1, 'succeeded', { n: 1 }],
      [2, 'succeeded', { n: 2 }],
    ]);
    expect(raw).toEqual({ Items: visit.children.map(({ output }) => output) });
  });

  test('one that failed is told from those that were aborted for it', () => {
    const session = play(mapping, { items }, (_, nth) => (nth === 1 ? 'Boom' : { Body: {} }));
    const outcomes = dataAt(session, session.length, id('Each'))!.visit.children.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(1);
  });

  test('each is a lane of the time line, below the strand it came from', () => {
    const session = play(mapping, { items }, () => ({ Body: {} }));
    const lanes = lanesOf(eventsOf(session));
    expect(lanes.map(({ kind, slot, depth }) => [kind, slot, depth])).toEqual([
      ['flow', 0, 0],
      ['item', 0, 1],
      ['item', 1, 1],
      ['item', 2, 1],
    ]);
  });

  test('every event of a state belongs to exactly one visit', () => {
    const session = play(mapping, { items }, () => ({ Body: {} }));
    const visits = visitsOf(eventsOf(session), decisionsOf(session));
    const entered = eventsOf(session).filter(({ type }) => type === 'StepEntered');
    expect(visits.map(({ from }) => from)).toEqual(entered.map(({ id: event }) => event));
  });
});
