import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../syntax/read-source.ts';
import { checkFlow } from './check-flow.ts';

const names = ['A', 'B', 'C', 'D'];
const name = fc.constantFrom(...names);
const state = fc.oneof(
  fc.record({ Name: name, Type: fc.constant('Pass'), Next: name }),
  fc.record({ Name: name, Type: fc.constant('Succeed') }),
  fc.record({ Name: name, Type: fc.constant('Wait'), Seconds: fc.integer({ min: 0, max: 400 }), End: fc.boolean() }),
  fc.record({
    Name: name,
    Type: fc.constant('Map'),
    ItemsPath: fc.constantFrom('$Input.a', '$input.a', 'f('),
    Processor: fc.record({ StartAt: name, States: fc.tuple(fc.record({ Name: name, Type: fc.constant('Succeed') })) }),
    Next: name,
  }),
);
const flows = fc.array(state, { minLength: 1, maxLength: 5 }).map((states) => {
  const items = states.map((s) => `- ${JSON.stringify(s)}\n`).join('');
  return `Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates:\n${items}`;
});
const swaps = fc.array(fc.tuple(name, name, fc.nat(9)), { minLength: 1, maxLength: 6 });
const unrelated = readSource('Type: StateMachine\nStates:\n- {Name: other, Type: Fail}\n');

describe('laws of the checks', { timeout: 60_000 }, () => {
  test('what is remembered from one keystroke to the next never changes the verdict', () => {
    fc.assert(
      fc.property(flows, swaps, (start, steps) => {
        let source = readSource(start);
        const seen = [{ text: start, found: checkFlow(source) }];
        for (const [from, to, nth] of steps) {
          const at = source.text.split(`"${from}"`);
          const text = at.map((part, i) => part + (i === at.length - 1 ? '' : `"${i === nth ? to : from}"`)).join('');
          source = readSource(text, source);
          seen.push({ text, found: checkFlow(source) });
        }
        for (const { text, found } of seen) {
          checkFlow(unrelated);
          expect(found).toEqual(checkFlow(readSource(text)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('diagnostics come in the order of the text', () => {
    fc.assert(
      fc.property(flows, (text) => {
        const places = checkFlow(readSource(text)).map((d) => d.span.from);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});
