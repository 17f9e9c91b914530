import { describe, expect, test } from 'vitest';
import { edit } from '../../testing/edit-text.ts';
import { flow, pass, task, choice, map } from '../../testing/rule-examples/flows.ts';
import { readSource } from '../syntax/read-source.ts';
import { checkFlow } from './check-flow.ts';

describe('messages', () => {
  test('give the way out where there is an obvious one', () => {
    const titles = (text: string): readonly string[] =>
      checkFlow(readSource(text)).flatMap((d) => d.fixes.map((fix) => fix.title));
    expect(titles(flow('- {Name: A, Type: Pass}'))).toEqual(['Add "End: true"']);
    expect(titles(map('MaxConcurrency: 5'))).toEqual(['Change to "MaxConcuccency"']);
    expect(titles(flow('- {Name: A, Type: Pass, Next: Bee}\n- {Name: Bea, Type: Succeed}'))).toContain(
      'Change to "Bea"',
    );
    expect(titles(pass('OutputConstructor: {x: $Input.a}'))).toEqual(['Write "x.$"']);
    expect(titles(flow('- {Name: A, Type: Taks, End: true}'))).toEqual(['Change to "Task"']);
  });

  test('offer a Choice that leads nowhere a way on', () => {
    const text =
      'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: C\nStates:\n- Name: C\n  Type: Choice\n  Branches:\n  - Condition: $Input.a > 1\n';
    const fixed = (now: string): string => {
      const [fix] = checkFlow(readSource(now)).flatMap(({ fixes }) => fixes);
      return fix && 'edit' in fix ? fixed(edit(now, fix.edit)) : now;
    };
    expect(checkFlow(readSource(fixed(text)))).toEqual([]);
    expect(fixed(text)).toBe(`${text}    Next: Succeed\n  Default: Succeed\n- Name: Succeed\n  Type: Succeed\n`);
  });

  test('tell whether a suffix no document has is evaluated or ignored', () => {
    const said = (text: string): string =>
      checkFlow(readSource(text)).find(({ code, message }) => code === 'C12' && message.includes('.$'))?.message ?? '';
    const evaluated = [
      flow("- {Name: A, Type: Fail, Code.$: '$Input.code', Detail: d}"),
      task('Action: ECS:StopInstance\n  Parameters.$: $Input'),
      map('MaxConcuccency.$: $Input.n'),
    ];
    for (const text of evaluated) expect(said(text)).toContain('It is evaluated here');
    expect(said(pass('Next.$: $Input.next'))).toContain('is ignored');
  });

  test('a blank that is missing after a colon is recognised', () => {
    const text = choice('Branches:\n  - Condition:$Input.a=="b"\n    Next: B\n  Default: C');
    const [first] = checkFlow(readSource(text));
    expect(first?.message).toContain('A blank is missing after "Condition:"');
  });
});
