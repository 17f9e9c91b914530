/** Generated flows, texts and edits for law tests. */
import fc from 'fast-check';
import { type Json, type JsonObject, setOwn } from '../base/index.ts';
import {
  allScopes,
  allStates,
  type FieldPath,
  type FlowEdit,
  type NodeId,
  type Outlet,
  rootScope,
  type ScopeId,
  type Source,
  type StateId,
  stateTypes,
} from '../fdl/index.ts';
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
const keys = fc.oneof(
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

/** A function that makes any edit for a reading; most of them can be done. */
export const edits: fc.Arbitrary<(source: Source) => FlowEdit> = fc
  .tuple(
    fc.nat(),
    fc.nat(),
    fc.nat(),
    values,
    stateNames,
    fc.array(fc.oneof(keys, fc.nat(2)), { minLength: 1, maxLength: 3 }),
    fc.nat(19),
  )
  .map(([a, b, c, value, name, path, kind]) => (source) => {
    const ids = allStates(source.flow).map((s) => s.id);
    const at = (n: number): StateId => ids[n % Math.max(1, ids.length)] ?? ('' as StateId);
    const scopeIds = allScopes(source.flow).map((s) => s.id);
    const scope = scopeIds[b % scopeIds.length] ?? rootScope;
    return editOf(kind, { at, a, b, c, value, name, path, scope, source });
  });

interface Dice {
  readonly at: (n: number) => StateId;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly value: Json;
  readonly name: string;
  readonly path: FieldPath;
  readonly scope: ScopeId;
  readonly source: Source;
}

function editOf(kind: number, dice: Dice): FlowEdit {
  const { at, a, b, c, value, name, path, scope, source } = dice;
  const type = stateTypes[a % stateTypes.length] ?? 'Pass';
  const newState = c % 2 === 0 ? { type } : { type, name, fields: { Extra: value } };
  const from: NodeId = c % 7 === 0 ? scope : at(a);
  const outlet: Outlet = c % 7 === 0 ? { kind: 'start' } : (outlets(b)[c % 4] ?? { kind: 'next' });
  const below = pathsBelow(source, at(a));
  switch (kind) {
    case 0:
      return {
        type: 'add-state',
        scope,
        state: newState,
        after: c % 3 === 0 ? undefined : siblingOf(source, scope, a),
      };
    case 1:
      return { type: 'insert-on-edge', from, outlet, state: newState };
    case 2:
    case 3:
      return { type: 'remove-states', states: c % 2 === 0 ? [at(a)] : [at(a), at(b), at(c)] };
    case 4:
      return { type: 'duplicate-states', states: c % 2 === 0 ? [at(a)] : [at(a), at(b)] };
    case 5:
    case 6:
      return { type: 'rename-state', state: at(a), name };
    case 7:
    case 8:
      return {
        type: 'connect',
        from,
        outlet,
        to: siblingOf(source, outlet.kind === 'start' ? scope : scopeIn(at(a)), c) ?? at(b),
      };
    case 9:
      return { type: 'disconnect', from, outlet };
    case 10:
    case 11:
      return { type: 'set-field', state: at(a), path: b % 2 === 0 ? ['Parameters', ...path] : path, value };
    case 12:
      return { type: 'set-field', state: at(a), path: below[c % below.length] ?? path, value };
    case 13:
    case 14:
      return { type: 'clear-field', state: at(a), path: below[c % below.length] ?? path };
    case 15:
      return { type: 'set-flow-field', key: ['Description', 'Name', 'StartAt', 'Extra'][c % 4] ?? 'Name', value };
    case 16:
      return c % 2 === 0 ? { type: 'add-branch', state: at(a) } : { type: 'remove-branch', state: at(a), index: b % 3 };
    case 17:
      return { type: 'move-branch', state: at(a), index: b % 3, to: c % 3 };
    case 18:
      return { type: 'move-states', states: c % 2 === 0 ? [at(a)] : [at(a), at(c)], scope };
    default:
      return { type: 'paste-states', scope, after: siblingOf(source, scope, a), yaml: pasted[c % pasted.length] ?? '' };
  }
}

const outlets = (n: number): readonly Outlet[] => [
  { kind: 'next' },
  { kind: 'default' },
  { kind: 'branch', index: n % 3 },
  { kind: 'catch', index: n % 2 },
];

const scopeIn = (id: StateId): ScopeId => id.slice(0, Math.max(0, id.lastIndexOf('/'))) as ScopeId;

function siblingOf(source: Source, scope: ScopeId, n: number): StateId | undefined {
  const states = allScopes(source.flow).find(({ id }) => id === scope)?.states ?? [];
  return states[n % Math.max(1, states.length)]?.id;
}

function pathsBelow(source: Source, id: StateId): readonly FieldPath[] {
  const written = allStates(source.flow).find((s) => s.id === id)?.written;
  const paths: FieldPath[] = [];
  const visit = (
    value: typeof written | Extract<typeof written, object>['entries'][number]['value'],
    path: FieldPath,
  ): void => {
    if (!value || paths.length > 60) return;
    if (path.length > 0) paths.push(path);
    if (value.kind === 'map') value.entries.forEach((entry) => visit(entry.value, [...path, entry.key]));
    if (value.kind === 'list') value.items.forEach((item, i) => visit(item, [...path, i]));
  };
  visit(written, []);
  return paths;
}

const pasted = [
  '- Name: A\n  Type: Pass # pasted\n  Next: B\n- Name: B\n  Type: Pass\n  End: true\n',
  'Name: Solo\nType: Succeed\n',
  '{"Name": "J", "Type": "Pass", "End": true}',
  '[{"Name": "J", "Type": "Pass", "Next": "K"}, {"Name": "K", "Type": "Succeed"}]',
  'Type: StateMachine\nName: x\nSpecVersion: v1\nStartAt: Q\nStates:\n  - Name: Q\n    Type: Pass\n    Parameters: |\n      text\n    End: true\n',
  'no states',
  '- [',
];
