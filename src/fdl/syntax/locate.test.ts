import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { type StateId, stateId } from '../ids.ts';
import { locateField, spanInText, stateAt, writtenAt } from './locate.ts';
import { readSource } from './read-source.ts';
import { jsonOf } from './written-values.ts';

const text = dedent`
  StartAt: A
  States:
    - Name: A
      Type: Task
      Retry:
        - Errors: [X, Y]
          MaxAttempts: 2
      Parameters:
        body: {n.$: $Input.n}

    - Name: B/1
      Type: Map
      Processor:
        StartAt: C
        States:
          - {Name: C, Type: Pass}
`;
const source = readSource(text);
const at = (words: string): number => text.indexOf(words);
const cut = (span: { from: number; to: number } | undefined): string | undefined =>
  span && text.slice(span.from, span.to);
const A = 'A' as StateId;

describe('finding places', () => {
  test('the innermost state at an offset', () => {
    expect(stateAt(source, at('MaxAttempts'))?.id).toBe('A');
    expect(stateAt(source, at('Name: C'))?.id).toBe('B~11/Processor/C');
    expect(stateAt(source, at('StartAt: C'))?.id).toBe('B~11');
    expect(stateAt(source, 0)).toBeUndefined();
  });

  test('a state owns its dash and the blank lines behind it', () => {
    expect(stateAt(source, at('- Name: A'))?.id).toBe('A');
    expect(stateAt(source, at('\n\n') + 1)?.id).toBe('A');
    expect(stateAt(source, text.length)?.id).toBe('B~11');
  });

  test('a field by its path', () => {
    expect(cut(locateField(source, A, ['Retry', 0, 'Errors', 1])?.value)).toBe('Y');
    const body = locateField(source, A, ['Parameters', 'body', 'n.$']);
    expect([cut(body?.key), cut(body?.value)]).toEqual(['n.$', '$Input.n']);
    expect(locateField(source, A, ['Retry', 5])).toBeUndefined();
    expect(locateField(source, stateId('' as never, 'none'), ['Name'])).toBeUndefined();
  });

  test('a value by its path', () => {
    const [state] = source.flow.states;
    const value = state && writtenAt(state.written, ['Retry', 0]);
    expect(value && jsonOf(value)).toEqual({ Errors: ['X', 'Y'], MaxAttempts: 2 });
  });

  test('places of the flow itself are places of the text', () => {
    expect(cut(spanInText(source, undefined, source.flow.startAt?.span ?? { from: 0, to: 0 }))).toBe('A');
  });
});
