import { describe, expect, test } from 'vitest';
import { allStates, jsonOf, planEdit, readSource, writtenAt } from '../../../fdl/index.ts';
import { applyChanges } from '../../../base/index.ts';
import { dedent } from '../../../testing/dedent.ts';
import { readTemplateText, showTemplate, templateEdits } from './template-text.ts';

const text = dedent`
  Type: StateMachine
  StartAt: A
  States:
  - Name: A
    Type: Pass
    OutputConstructor:
      keep: 1   # as it is
      change: 2   # this one
      gone: 3
    End: true
`;

/** What the document looks like after the form's text was replaced by another. */
function after(typed: string): string {
  let source = readSource(text);
  const [state] = allStates(source.flow);
  const written = state && writtenAt(state.written, ['OutputConstructor']);
  const read = readTemplateText(typed);
  if (!state || !written || !read.ok) throw new Error('cannot be read');
  for (const edit of templateEdits(state, ['OutputConstructor'], jsonOf(written), read.value)) {
    const plan = planEdit(source, edit);
    if (!plan.ok) throw new Error(plan.error.message);
    source = readSource(applyChanges(source.text, plan.value.changes));
  }
  return source.text;
}

describe('a template in the form', () => {
  test('writes back only what differs; comments of the rest stay', () => {
    expect(after('keep: 1\nchange: 5\nadded.$: $Input.x')).toBe(dedent`
      Type: StateMachine
      StartAt: A
      States:
      - Name: A
        Type: Pass
        OutputConstructor:
          keep: 1   # as it is
          change: 5   # this one
          added.$: $Input.x
        End: true
    `);
  });

  test('the same text again changes nothing', () => {
    expect(after(showTemplate({ keep: 1, change: 2, gone: 3 }))).toBe(text);
  });

  test.each([
    ['a: [', /YAML/],
    ['a: &x 1\nb: *x', /lias/],
  ])('%j is refused with the reason', (typed, says) => {
    const read = readTemplateText(typed);
    expect(read.ok ? '' : read.error).toMatch(says);
  });

  test('JSON can be typed as well', () => {
    expect(readTemplateText('{"a": [1, "x"]}')).toEqual({ ok: true, value: { a: [1, 'x'] } });
  });
});
