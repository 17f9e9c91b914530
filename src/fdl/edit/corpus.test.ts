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
  type FlowEdit,
  planEdit,
  readSource,
  rootScope,
  type Source,
  type State,
} from '../index.ts';
import { documentJson } from './tree.ts';

const folder = new URL('../../testing/corpus/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted();

/** One edit of each kind, for whatever is in the file. */
function editsFor({ flow }: Source): readonly FlowEdit[] {
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
  ];
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
