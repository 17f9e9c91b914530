/** Generated edits for law tests, each made for whatever a reading holds. */
import fc from 'fast-check';
import type { Json } from '../base/index.ts';
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
import { keys, stateNames, values } from './arbitrary.ts';

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
