import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../syntax/read-source.ts';
import { complete } from './complete.ts';
import { definitionOf, stateNamedAt } from './definition.ts';
import { hover } from './hover.ts';
import { outline } from './outline.ts';

const flow = `Type: StateMachine # a comment
Name: f
StartAt: 'Call it'
States:
  - Name: Call it
    Type: Task
    Parameters: {resourceArn: "acs:fc:::x", body: {a.$: $Input.x[0], list: [1, {b.$: 'format("{}", $Input.y)'}]}}
    Retry:
    - Errors: [FnF.ALL]
      Description: |
        again - and
        again: yes
    Next: Many
  - Name: Many
    Type: Map
    ItemsPath: $Input.items
    Processor:
      StartAt: Inner
      States:
        - {Name: Inner, Type: Pass, End: true}
    End: true
`;
const pieces = fc.constantFrom(
  ...'- |: |[|{|}|]|,|"|\'|#|\n|\r\n|\n    |\t|$|.|$Input.|Next: |>|&a |*a|a|云|\ue0ff|---\n'.split('|'),
  '|',
);
/** A flow as it looks in the middle of editing: something deleted, something inserted, anywhere. */
const halfTyped = fc
  .tuple(fc.nat(flow.length), fc.nat(60), fc.array(pieces, { maxLength: 4 }))
  .map(([at, gone, typed]) => flow.slice(0, at) + typed.join('') + flow.slice(at + gone));
const texts = fc.oneof(
  halfTyped,
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((parts) => parts.join('')),
);

test('help never throws, and what it points at is in the text', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, anywhere) => {
      const source = readSource(text);
      const offset = anywhere % (text.length + 1);
      const completions = complete(source, offset);
      const spans = [
        ...completions.map((completion) => completion.replace),
        ...[hover(source, offset)?.span, definitionOf(source, offset), stateNamedAt(source, offset)?.span],
        ...outline(source).flatMap((item) => [item.span, item.nameSpan]),
      ];
      for (const span of spans) {
        if (!span) continue;
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeGreaterThanOrEqual(span.from);
        expect(span.to).toBeLessThanOrEqual(text.length);
      }
      for (const { replace } of completions) {
        expect(replace.from <= offset && offset <= replace.to).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
