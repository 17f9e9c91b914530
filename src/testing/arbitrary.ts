/** Generated flows and texts for law tests; edits are in `arbitrary-edits.ts`. */
import fc from 'fast-check';
import { type Json, type JsonObject, setOwn } from '../base/index.ts';
import { printStyled, type YamlStyle } from './styled-yaml.ts';

const awkwardNames = [
  'a/b',
  'x~1y',
  'Branch0',
  'Processor',
  '__proto__',
  'constructor',
  'true',
  '1.0',
  '007',
  'null',
  'no',
  '2026-01-01',
  'it is: so',
  'with # hash',
  '- dash',
  '? ask',
  '"quoted"',
  "it's",
  '[list]',
  '{map}',
  '100%',
  '&anchor',
  '*alias',
  '!tag',
  '|',
  '> x',
  ' lead',
  'trail ',
  '支付成功',
  '🚀 go',
  'back\\slash',
  'two\nlines',
  '$Input.a',
  '~',
  'End',
  '.',
  '...',
  '---',
];

export const stateNames: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Charge', 'Notify', 'Check stock', 'Wait for approval', 'Done', 'A', 'B') },
  { weight: 2, arbitrary: fc.constantFrom(...awkwardNames) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name.trim() !== '') },
);

const scalars: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1.5,
    1e21,
    42,
    'text',
    '$Input.x',
    '',
    'no',
    '1',
    'a: b',
    'two\nlines\n',
    'x\n  y',
  ),
  stateNames,
  fc.string({ maxLength: 10 }),
);
/** Keys as they stand in Parameters: with and without `.$`, and worse. */
export const keys = fc.oneof(
  fc.constantFrom('x', 'x.$', 'y', 'key with blank', '__proto__', 'a: b', '键'),
  fc.string({ minLength: 1, maxLength: 5 }),
);

/** JSON as it stands in Parameters and constructors; not deep, because text grows fast. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 3 }).map(objectOf),
  ),
})).value;

function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  const object: Record<string, Json> = {};
  for (const [key, value] of entries) setOwn(object, key, value);
  return object;
}

function way(names: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...names).map((Next) => ({ Next })) },
    { weight: 2, arbitrary: fc.constant({ End: true }) },
    { weight: 1, arbitrary: fc.constantFrom<JsonObject>({}, { Next: 'nowhere' }, { End: false }) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((Next) => ({ Next, End: true })) },
  );
}

const shuffled = (object: JsonObject, seed: number): JsonObject => {
  const entries = Object.entries(object);
  return objectOf(seed % 3 === 0 ? [...entries.slice(seed % 5), ...entries.slice(0, seed % 5)] : entries);
};

function state(Name: string, names: readonly string[], depth: number): fc.Arbitrary<JsonObject> {
  const target = fc.constantFrom(...names);
  const rule = fc.record({ Errors: fc.constant(['FnF.ALL']), Next: target });
  const inner =
    depth > 1 ? fc.constant({ StartAt: 'A', States: [{ Type: 'Pass', Name: 'A', End: true }] }) : scopes(depth + 1);
  const bodies: fc.Arbitrary<JsonObject>[] = [
    fc
      .record(
        { Parameters: values, OutputConstructor: values, Catch: fc.array(rule, { maxLength: 2 }), w: way(names) },
        { requiredKeys: ['w'] },
      )
      .map(({ w, ...rest }) => ({ Type: 'Task', Name, Action: 'FC:InvokeFunction', ...rest, ...w })),
    way(names).map((w) => ({ Type: 'Pass', Name, ...w })),
    way(names).map((w) => ({ Type: 'Wait', Name, Seconds: 5, ...w })),
    fc
      .tuple(fc.array(fc.record({ Condition: fc.constant('$Input.a > 1'), Next: target }), { maxLength: 3 }), target)
      .map(([Branches, Default]) => ({ Type: 'Choice', Name, Branches, Default })),
    fc.constantFrom<JsonObject>(
      { Type: 'Succeed', Name },
      { Type: 'Fail', Name, Code: 'E', Detail: 'why' },
      { Name, Odd: 1 },
    ),
    fc
      .tuple(fc.array(inner, { maxLength: 2 }), way(names))
      .map(([Branches, w]) => ({ Name, Type: 'Parallel', Branches, ...w })),
    fc
      .tuple(inner, way(names))
      .map(([Processor, w]) => ({ Name, Type: 'Map', ItemsPath: '$Input.items', Processor, ...w })),
  ];
  return fc.tuple(fc.oneof(...bodies), fc.nat(20)).map(([body, seed]) => shuffled(body, seed));
}

function scopes(depth: number): fc.Arbitrary<JsonObject> {
  return fc.uniqueArray(stateNames, { minLength: 1, maxLength: depth === 0 ? 5 : 3 }).chain((names) =>
    fc.record({
      StartAt: fc.constantFrom(...names),
      States: fc.tuple(...names.map((name) => state(name, names, depth))),
    }),
  );
}

/** A definition with awkward names, all state types, nested scopes, dangling and missing transitions. */
export const flows: fc.Arbitrary<JsonObject> = scopes(0).map(({ StartAt, States }) => ({
  Type: 'StateMachine',
  Name: 'generated',
  SpecVersion: 'v1',
  StartAt: StartAt ?? '',
  States: States ?? [],
}));

export const yamlStyles: fc.Arbitrary<YamlStyle> = fc.record({
  seed: fc.integer(),
  comments: fc.constantFrom(0, 0.1, 0.4),
  blankLines: fc.constantFrom(0, 0.1, 0.4),
  flow: fc.constantFrom(0, 0, 0.1, 0.5),
  quotes: fc.constantFrom(0, 0.3, 1),
  eol: fc.constantFrom('lf' as const, 'lf' as const, 'crlf' as const, 'mixed' as const),
  bom: fc.constantFrom(false, false, true),
  finalNewline: fc.constantFrom(true, true, false),
  marker: fc.constantFrom(false, false, true),
  steady: fc.boolean(),
});

/** The text of a flow: YAML in some style, or JSON. */
export const flowTexts: fc.Arbitrary<string> = fc
  .tuple(flows, yamlStyles, fc.constantFrom(0, 0, 0, 0, 1, 2))
  .map(([flow, style, json]) => {
    if (json > 0) return JSON.stringify(flow, null, json === 1 ? 2 : 0);
    return printStyled(flow, style);
  });
