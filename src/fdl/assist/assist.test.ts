import { describe, expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import { readSource } from '../syntax/read-source.ts';
import { type AssistOptions, complete } from './complete.ts';
import type { Completion } from './completion.ts';
import { definitionOf, stateNamedAt } from './definition.ts';
import { hover } from './hover.ts';
import { outline } from './outline.ts';

/** Takes the caret `‸` out of a text. */
function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('‸');
  return { text: marked.replace('‸', ''), offset };
}
const completions = (marked: string, options?: AssistOptions): readonly Completion[] => {
  const { text, offset } = caret(marked);
  return complete(readSource(text), offset, options);
};
const labels = (marked: string, options?: AssistOptions): readonly string[] =>
  completions(marked, options).map((completion) => completion.label);
/** The text after taking the completion of that label. */
const taken = (marked: string, label: string, options?: AssistOptions): string => {
  const { text } = caret(marked);
  const { insert, replace } = completions(marked, options).find((completion) => completion.label === label)!;
  return text.slice(0, replace.from) + insert + text.slice(replace.to);
};
const hoverText = (marked: string, options?: AssistOptions): string | undefined => {
  const { text, offset } = caret(marked);
  return hover(readSource(text), offset, options)?.markdown;
};

const head = 'Type: StateMachine\nName: f\nSpecVersion: v1\nStartAt: Call\nStates:\n';
const call = `${head}  - Name: Call
    Type: Task
    Action: FC:InvokeFunction
    Parameters:
      resourceArn: acs:fc:::x
    Next: Check order
  - Name: Check order
    Type: Choice
    Branches:
      - Condition: $Input.ok == true
        Next: "云: done"
    Default: Call
  - {Name: "云: done", Type: Succeed}
`;
const after = (anchor: string, more: string): string => call.replace(anchor, anchor + more);

describe('completion of keys', () => {
  test('a state gets the keys of its type that are not there yet, required ones first', () => {
    const keys = labels(after('Action: FC:InvokeFunction', '\n    ‸'));
    expect(keys).toContain('TaskMode');
    expect(keys).toContain('Timeout.$');
    expect(keys).not.toContain('Action');
    expect(keys).not.toContain('Seconds');
    expect(labels(`${head}  - Type: Wait\n    ‸`).slice(0, 2)).toEqual(['Name', 'Seconds']);
  });

  test('a half-typed key is replaced as a whole; what it holds is begun on the next line', () => {
    expect(taken(`${head}  - Type: Task\n    Out‸`, 'OutputConstructor')).toBe(
      `${head}  - Type: Task\n    OutputConstructor:\n      `,
    );
    expect(taken(`${head}  - Type: Task\n    Ret‸`, 'Retry')).toBe(`${head}  - Type: Task\n    Retry:\n      - `);
    expect(taken(`${head}  - Type: Pass\n    N‸\n    End: true`, 'Next')).toBe(
      `${head}  - Type: Pass\n    Next: \n    End: true`,
    );
    expect(taken(`${head}  - Ty‸: Pass`, 'Type')).toBe(`${head}  - Type: Pass`);
  });

  test.each<[string, string, readonly string[]]>([
    ['flow level', 'Type: StateMachine\n‸', ['Name', 'SpecVersion', 'StartAt', 'States', 'Description']],
    [
      'retry rule',
      `${head}  - Type: Task\n    Retry:\n      - Errors: [FnF.ALL]\n        ‸`,
      ['Description', 'MaxAttempts', 'IntervalSeconds', 'BackoffRate', 'MaxBackoffSeconds'],
    ],
    ['catch rule', `${head}  - Type: Map\n    Catch:\n    - ‸`, ['Errors', 'Description', 'Next', 'OutputConstructor']],
    ['choice branch', `${head}  - Type: Choice\n    Branches:\n      - ‸`, ['Condition', 'Next']],
    ['parallel branch', `${head}  - Type: Parallel\n    Branches:\n      - Start‸`, ['StartAt', 'States']],
    ['processor', `${head}  - Type: Map\n    Processor:\n      ‸`, ['StartAt', 'States']],
    ['in brackets', `${head}  - {Type: Choice, Branches: [{Condition: true, ‸}]}`, ['Next']],
    [
      'parameters',
      `${head}  - Type: Task\n    Action: FC:InvokeFunction\n    Parameters:\n      resourceArn: x\n      ‸`,
      ['invocationType', 'body', 'body.$'],
    ],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

  test('a new item of States offers whole states', () => {
    expect(taken(`${head}  - ‸`, 'A new Wait state.')).toBe(`${head}  - Type: Wait\n    Name: `);
    expect(taken(`${head}  - Name: a\n    Type: Pass\n  ‸`, 'A new Fail state.')).toBe(
      `${head}  - Name: a\n    Type: Pass\n  - Type: Fail\n    Name: `,
    );
  });

  test('in JSON the new key is quoted like the others', () => {
    expect(taken('{"States": [{"Type": "Wait", ‸}]}', 'Seconds')).toBe('{"States": [{"Type": "Wait", "Seconds": }]}');
    expect(taken('{"States": [{"Type": "Wait", "Sec‸"}]}', 'Seconds')).toBe(
      '{"States": [{"Type": "Wait", "Seconds"}]}',
    );
  });

  test('where the keys are the person’s own, nothing is offered', () => {
    expect(labels(`${head}  - Type: Pass\n    OutputConstructor:\n      ‸`)).toEqual([]);
    expect(labels('# Ty‸')).toEqual([]);
  });
});

describe('completion of values', () => {
  test('states of the same scope, the state itself last, quoted where needed', () => {
    expect(labels(call.replace('Next: Check order', 'Next: ‸'))).toEqual(['Check order', '云: done', 'Call']);
    expect(taken(call.replace('Next: Check order', 'Next: ‸'), '云: done')).toContain('    Next: "云: done"\n');
    expect(taken(call.replace('"云: done"\n    Default', `'‸'\n    Default`), '云: done')).toContain(
      `Next: '云: done'\n`,
    );
    expect(labels(call.replace('StartAt: Call', 'StartAt: ‸'))).toEqual(['Call', 'Check order', '云: done']);
  });

  test('inside a branch only its own states', () => {
    const flow = `${head}  - Type: Parallel\n    Name: P\n    Branches:\n      - StartAt: A\n        States:\n          - {Name: A, Type: Pass, Next: ‸}\n          - {Name: B, Type: Pass}\n    Next: After\n  - {Name: After, Type: Pass}\n`;
    expect(labels(flow)).toEqual(['B', 'A']);
    expect(labels(flow.replace('‸', 'B').replace('StartAt: A', 'StartAt: ‸'))).toEqual(['A', 'B']);
    expect(labels(flow.replace('‸', 'B').replace('Next: After', 'Next: ‸'))).toEqual(['After', 'P']);
  });

  test.each<[string, string, readonly string[]]>([
    ['flags', `${head}  - Type: Pass\n    End: ‸`, ['true', 'false']],
    [
      'modes',
      `${head}  - Type: Task\n    TaskMode: Wait‸`,
      ['RequestComplete', 'WaitForSystemCallback', 'WaitForCustomCallback'],
    ],
    ['types', `${head}  - Type: ‸`, ['Task', 'Choice', 'Pass', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail']],
    ['invocation types', call.replace('resourceArn: acs:fc:::x', 'invocationType: ‸'), ['Sync', 'Async']],
    ['constants', 'SpecVersion: ‸', ['v1']],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

  test('error names, in brackets and as items', () => {
    expect(labels(`${head}  - Type: Task\n    Retry:\n      - Errors: [FnF.ALL, ‸]`)).toContain('FC.ResourceThrottled');
    expect(labels(`${head}  - Type: Task\n    Catch:\n      - Errors:\n          - FC.‸`)).toContain(
      'FC.ResourceThrottled',
    );
  });

  test('actions', () => expect(labels(`${head}  - Type: Task\n    Action: ‸`)).toContain('HTTP:Request'));
});

describe('completion of expressions', () => {
  const pass = (expression: string): string =>
    `${head}  - Name: P\n    Type: Pass\n    OutputConstructor:\n      a.$: ${expression}`;

  test('variables and functions; $Output only where it exists', () => {
    expect(labels(pass('$‸'))).toEqual(['$Input', '$Output', '$Context', '$Global']);
    expect(labels(`${head}  - Type: Choice\n    Branches:\n      - Condition: $‸`)).toEqual([
      '$Input',
      '$Context',
      '$Global',
    ]);
    expect(labels(pass('1 + le‸'))).toContain('length(value)');
    expect(taken(pass('1 + le‸'), 'length(value)')).toContain('1 + length(');
    expect(taken(pass('$In‸'), '$Input')).toMatch(/\$Input$/);
  });

  test('not for literals, and not inside quoted text', () => {
    expect(labels(`${head}  - Type: Pass\n    OutputConstructor:\n      a: $‸`)).toEqual([]);
    expect(labels(pass('format("hello $‸'))).toEqual([]);
  });

  test('$Context has a known tree, $Output the shape of the state’s result', () => {
    expect(labels(pass('$Context.‸'))).toEqual(['Execution', 'Current']);
    expect(labels(pass('$Context.Execution.In‸'))).toEqual(['Name', 'Input', 'RoleArn']);
    expect(
      labels(
        `${call}  - Name: T\n    Type: Task\n    Action: FC:InvokeFunction\n    OutputConstructor:\n      a.$: $Output.‸`,
      ),
    ).toEqual(['Body']);
  });

  test('keys seen in the last run, odd ones in brackets', () => {
    const dataPaths = (): Json => ({ $Input: { order: { id: 7, 'odd key': 1 } } });
    expect(labels(pass('$Input.‸'), { dataPaths })).toEqual(['order']);
    expect(completions(pass('$Input.order.‸'), { dataPaths })[0]).toMatchObject({
      label: 'id',
      about: 'Last run: `7`',
    });
    expect(taken(pass('$Input.order.‸'), 'odd key', { dataPaths })).toMatch(/\$Input\.order\["odd key"\]$/);
  });

  test('keys read or stored elsewhere', () => {
    expect(labels(`${pass('$Input.total')}\n      b.$: $Input.‸`)).toEqual(['total']);
    expect(
      labels(
        `${head}  - Name: A\n    Type: Pass\n    GlobalConstructor: {tenant.$: $Input.t}\n  - Name: B\n    Type: Pass\n    InputConstructor:\n      x.$: $Global.‸`,
      ),
    ).toEqual(['tenant']);
  });
});

describe('hover', () => {
  test('keys, types, names, error names', () => {
    expect(hoverText(call.replace('Parameters', 'Param‸eters'))).toMatch(/\*\*Parameters\*\* \(optional\)/);
    expect(hoverText(call.replace('resourceArn', 'resource‸Arn'))).toMatch(/\*\*resourceArn\*\* \(required\)/);
    expect(hoverText(call.replace('Type: Choice', 'Type: Ch‸oice'))).toMatch(/first branch whose condition/);
    expect(hoverText(call.replace('Default: Call', 'Default: Ca‸ll'))).toBe('Task **Call**');
    expect(hoverText(`${head}  - Type: Task\n    Retry:\n      - Errors: [FnF.A‸LL]`)).toMatch(/Every error/);
    expect(hoverText(call.replace('acs:fc:::x', 'acs:‸fc'))).toBeUndefined();
  });

  test('functions, variables and what the last run has seen', () => {
    const flow = `${head}  - Name: P\n    Type: Pass\n    OutputConstructor:\n      a.$: EXPR\n`;
    const at = (expression: string): string => flow.replace('EXPR', expression);
    expect(hoverText(at('len‸gth($Input.a)'))).toMatch(/`length\(value\)` → number/);
    expect(hoverText(at('$Con‸text.Execution.Name'))).toMatch(/execution and the running state/);
    expect(hoverText(at('$Context.Execution.Na‸me'))).toMatch(/Name of the execution/);
    expect(hoverText(at('$Input.order.i‸d + 1'), { dataPaths: () => ({ $Input: { order: { id: 7 } } }) })).toBe(
      'Last run: `7`',
    );
  });

  test('text of a flow cannot become markup', () => {
    const flow = `${head}  - {Name: "<img src=x> [a](b)", Type: Pass, Next: "<img‸ src=x> [a](b)"}`;
    expect(hoverText(flow)).toBe('Pass **\\<img src=x\\> \\[a\\]\\(b\\)**');
  });
});

describe('names', () => {
  test('go to definition finds the Name in the scope', () => {
    const { text, offset } = caret(call.replace('Default: Call', 'Default: C‸all'));
    const span = definitionOf(readSource(text), offset)!;
    expect(text.slice(span.from - 8, span.to)).toBe('- Name: Call');
    const other = caret(call.replace('Next: "云: done"', 'Next: "云:‸ done"'));
    const target = definitionOf(readSource(other.text), other.offset)!;
    expect(other.text.slice(target.from - 8, target.to + 1)).toBe(
      '{Name: "云: done"'.slice(-17).slice(-(target.to - target.from + 9)),
    );
  });

  test('a rename is about the state that has or is given the name', () => {
    const named = (marked: string) => {
      const { text, offset } = caret(marked);
      return stateNamedAt(readSource(text), offset)?.state;
    };
    expect(named(call.replace('Name: Call', 'Name: C‸all'))).toBe('Call');
    expect(named(call.replace('Default: Call', 'Default: C‸all'))).toBe('Call');
    expect(named(call.replace('Type: Choice', 'Type: Ch‸oice'))).toBeUndefined();
  });

  test('the outline has every state, inner ones deeper', () => {
    const flow = `${head}  - Name: M\n    Type: Map\n    ItemsPath: $Input.x\n    Processor: {StartAt: I, States: [{Name: I, Type: Pass, End: true}]}\n    End: true\n  - {Name: Z, Type: Succeed}\n`;
    expect(outline(readSource(flow)).map(({ name, type, depth }) => `${depth} ${type} ${name}`)).toEqual([
      '0 Map M',
      '1 Pass I',
      '0 Succeed Z',
    ]);
  });
});

test('in a long flow the help is the same as in a short one', () => {
  const more = Array.from(
    { length: 400 },
    (_, i) => `  - Name: More ${i}\n    Type: Pass\n    Next: More ${i + 1}\n`,
  ).join('');
  const long = call + more;
  const at = (from: string, to: string): string => long.replace(from, to);
  expect(labels(at('Next: Check order', 'Next: ‸'))).toEqual([
    ...labels(call.replace('Next: Check order', 'Next: ‸')).slice(0, -1),
    ...Array.from({ length: 400 }, (_, i) => `More ${i}`),
    'Call',
  ]);
  expect(labels(at('StartAt: Call', 'StartAt: ‸'))).toHaveLength(403);
  expect(labels(at('Next: More 200', 'End: ‸'))).toEqual(['true', 'false']);
  expect(labels(at('Action: FC:InvokeFunction', 'Action: FC:InvokeFunction\n    ‸'))).toContain('TaskMode');
  expect(hoverText(at('Next: More 7\n', 'Next: More‸ 7\n'))).toBe('Pass **More 7**');
  const { text, offset } = caret(at('Default: Call', 'Default: C‸all'));
  const span = definitionOf(readSource(text), offset)!;
  expect(text.slice(span.from - 8, span.to)).toBe('- Name: Call');
});

describe('in a long flow only the state around the caret is looked at', () => {
  const states = Array.from({ length: 300 }, (_, i) => ({
    Name: `S${i}`,
    Type: 'Task',
    Action: 'FC:InvokeFunction',
    Parameters: { invocationType: 'Sync', 'item.$': '$Input.item' },
    Next: `S${i + 1}`,
  }));
  const flow = { Type: 'StateMachine', StartAt: 'S0', States: [...states, { Name: 'S300', Type: 'Succeed' }] };
  test.each([
    ['JSON', JSON.stringify(flow, null, 2)],
    ['JSON on one line', JSON.stringify(flow)],
    ['braces in YAML', `StartAt: S0\nStates: [\n  ${flow.States.map((s) => JSON.stringify(s)).join(',\n  ')}\n]\n`],
    ['braces below dashes', `StartAt: S0\nStates:\n  - ${flow.States.map((s) => JSON.stringify(s)).join('\n  - ')}\n`],
  ])('%s', (_, text) => {
    const source = readSource(text);
    const next = text.indexOf('"S201"') + 2;
    expect(complete(source, next).map((c) => c.label)).toContain('S150');
    const target = definitionOf(source, next);
    expect(text.slice(target?.from, target?.to)).toContain('S201');
    const type = text.indexOf('"Task"', text.indexOf('"S199"')) + 1;
    expect(complete(source, type).map((c) => c.label)).toContain('Choice');
    const found = complete(source, type).find((c) => c.label === 'Choice');
    expect(text.slice(found?.replace.from, found?.replace.to)).toBe('Task');
    const start = text.indexOf('S0') + 1;
    expect(complete(source, start).map((c) => c.label)).toContain('S300');
  });
});
