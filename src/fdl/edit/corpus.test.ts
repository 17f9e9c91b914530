/**
 * Awkward files, written by hand, and what every kind of edit does to their lines. The expected changes are one text
 * to be read: `src/testing/corpus/expected-edits.txt`, rewritten with the runner's update flag.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { applyChanges, invertChanges } from '../../base/index.ts';
import { lineDiff } from '../../testing/line-diff.ts';
import {
  allScopes,
  allStates,
  type FieldPath,
  type FlowEdit,
  outletsOf,
  planEdit,
  readSource,
  rootScope,
  type Source,
  type State,
  type Written,
} from '../index.ts';
import { documentJson } from './tree.ts';

const folder = new URL('../../testing/corpus/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted();

/** One edit of each kind, for whatever is in the file. */
function editsFor({ flow, text }: Source): readonly FlowEdit[] {
  const all = allStates(flow);
  const [first, second] = flow.states;
  const last = flow.states.at(-1);
  const add: FlowEdit = { type: 'add-state', scope: rootScope, state: { type: 'Wait' }, after: first?.id };
  const flowField: FlowEdit = { type: 'set-flow-field', key: 'Description', value: 'what: for' };
  const yaml = '# pasted\n- Name: Pasted\n  Type: Pass\n  End: true\n';
  const paste: FlowEdit = { type: 'paste-states', scope: rootScope, after: undefined, yaml };
  if (!first || !last) return [add, flowField, paste];
  const at = (state: State, ...path: string[]) => ({ state: state.id, path });
  const inner = allScopes(flow).find(({ id }) => id !== rootScope);
  const branched = all.find(
    (state) => (state.type === 'Choice' || state.type === 'Parallel') && state.branches.length > 1,
  );
  const leaving = all.find((state) => 'next' in state && !state.stale) ?? first;
  return [
    { type: 'connect', from: leaving.id, outlet: { kind: 'next' }, to: last.id },
    { type: 'disconnect', from: leaving.id, outlet: { kind: 'next' } },
    { type: 'rename-state', state: (second ?? first).id, name: 'it is: new' },
    { type: 'set-field', ...at(first, 'Parameters', 'body', 'x.$'), value: '$Input.x' },
    { type: 'set-field', ...at(last, 'Retry'), value: [{ Errors: ['FnF.ALL'], MaxAttempts: 2 }] },
    { type: 'set-field', ...at(last, 'Description'), value: 'two\nlines\n' },
    { type: 'clear-field', ...at(second ?? first, 'Type') },
    add,
    { type: 'remove-states', states: [(second ?? first).id] },
    { type: 'duplicate-states', states: [last.id] },
    flowField,
    paste,
    ...(branched ? ([{ type: 'move-branch', state: branched.id, index: 0, to: 1 }] as const) : []),
    ...(branched ? ([{ type: 'remove-branch', state: branched.id, index: 0 }] as const) : []),
    ...(branched ? ([{ type: 'add-branch', state: branched.id }] as const) : []),
    ...(inner ? ([{ type: 'move-states', states: [last.id], scope: inner.id }] as const) : []),
    { type: 'insert-on-edge', from: rootScope, outlet: { kind: 'start' }, state: { type: 'Pass', name: 'New' } },
    { type: 'insert-on-edge', from: leaving.id, outlet: { kind: 'next' }, state: { type: 'Choice', name: 'New' } },
    ...all.flatMap((state) => reconnections(state, last)),
    ...all.flatMap(reorderings),
    ...(inner?.states[0] ? ([{ type: 'move-states', states: [inner.states[0].id], scope: rootScope }] as const) : []),
    ...flow.states.flatMap(({ written }, i) => partings(text, written, ['States', i])),
    ...switches(first),
  ];
}

/** Every way out that has an outlet of its own leads to the last state. */
function reconnections(from: State, to: State): readonly FlowEdit[] {
  const outlets = outletsOf(from).filter(({ outlet, target }) => outlet.kind !== 'next' && target);
  return outlets.map(({ outlet }) => ({ type: 'connect', from: from.id, outlet, to: to.id }));
}

function reorderings(state: State): readonly FlowEdit[] {
  const lists = state.written.entries.filter(({ value }) => value.kind === 'list' && value.items.length > 1);
  return lists.map(({ key }) => ({ type: 'move-item', state: state.id, path: [key], index: 1, to: 0 }));
}

/** Writes out each alias and merge key, or gives copies to those that use an anchor. */
function partings(text: string, written: Written, path: FieldPath): readonly FlowEdit[] {
  if (written.alias !== undefined) return [{ type: 'make-local', path }];
  const here: FlowEdit[] = [];
  if (text.includes(`*${written.anchor ?? ' '}`)) here.push({ type: 'make-local', path, others: true });
  if (written.kind === 'scalar') return here;
  if (written.kind === 'list') {
    return [...here, ...written.items.flatMap((item, i) => partings(text, item, [...path, i]))];
  }
  if (written.entries.some(({ merged }) => merged)) here.push({ type: 'make-local', path });
  const own = written.entries.filter(({ merged }) => !merged);
  return [...here, ...own.flatMap(({ key, value }) => partings(text, value, [...path, key]))];
}

/** A literal deep inside becomes an expression. */
function switches(state: State): readonly FlowEdit[] {
  const [key, path] = state.written.entries.flatMap(({ key: outer, value }) => {
    const found = value.kind === 'map' ? value.entries.find((entry) => entry.value.kind === 'scalar') : undefined;
    return found ? ([[outer, `${found.key}.$`]] as const) : [];
  })[0] ?? [undefined, undefined];
  return key === undefined ? [] : [{ type: 'set-field', state: state.id, path: [key, path], value: '$Input.y' }];
}

/** An edit in a few words. */
function title({ type, ...rest }: FlowEdit): string {
  return `${type} ${JSON.stringify(rest)}`;
}

function outcome(source: Source, edit: FlowEdit): readonly string[] {
  const { text } = source;
  const plan = planEdit(source, edit);
  if (!plan.ok) return [`refused, ${plan.error.reason}: ${plan.error.message}`];
  const after = applyChanges(text, plan.value.changes);
  expect(applyChanges(after, invertChanges(text, plan.value.changes))).toBe(text);
  if (source.health === 'sound')
    expect(documentJson(readSource(after))).toEqual(documentJson(readSource(after, source)));
  return lineDiff(text, after);
}

test('every kind of edit in every awkward file changes the lines it has to', async () => {
  const report = files.flatMap((name) => {
    const source = readSource(readFileSync(new URL(name, folder), 'utf8'));
    const edits = editsFor(source).flatMap((edit) => [
      '',
      title(edit),
      ...outcome(source, edit).map((line) => `  ${line}`),
    ]);
    return [`======== ${name}`, ...edits, ''];
  });
  await expect(`${report.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(new URL('expected-edits.txt', folder)));
}, 120_000);
