import { afterEach, describe, expect, test } from 'vitest';
import { type FlowEdit, rootScope, stateId } from '../fdl/index.ts';
import { layoutGraph } from '../graph/index.ts';
import { dedent } from '../testing/dedent.ts';
import { fakePorts } from '../testing/fake-ports.ts';
import { commandById, createWorkbench, selectPhaseInside, selectStopsInside, type Workbench } from './index.ts';
import type { NodeRun } from './run/model.ts';
import { selectGraph, selectPlacement } from './selectors.ts';

const text = dedent`
  Type: StateMachine
  SpecVersion: v1
  Name: two ways
  StartAt: A
  States:
  - Name: A
    Type: Choice
    Branches:
    - Condition: $Input.b
      Next: B
    Default: C
  - Name: B
    Type: Pass
    End: true
  - Name: C
    Type: Pass
    End: true
`;
const a = stateId(rootScope, 'A');
const b = stateId(rootScope, 'B');
const c = stateId(rootScope, 'C');
const opened: (Workbench & { stop: () => void })[] = [];

async function startWith(flow: string): Promise<Workbench> {
  const workbench = createWorkbench(fakePorts());
  opened.push(workbench);
  await workbench.editable();
  const open = workbench.openText(flow, 'mine');
  workbench.markDrawn(workbench.getState().document.revision);
  await open;
  return workbench;
}
afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

/** Makes the way through C the longer one. */
const lengthen: readonly FlowEdit[] = [
  { type: 'insert-on-edge', from: a, outlet: { kind: 'default' }, state: { type: 'Pass', name: 'More' } },
  { type: 'insert-on-edge', from: a, outlet: { kind: 'default' }, state: { type: 'Pass', name: 'Still more' } },
];

describe('the places of states', () => {
  test('an edit leaves what is straight straight, whatever would be straight in a new picture', async () => {
    const workbench = await startWith(text);
    const middle = (id: typeof a): number => {
      const box = selectPlacement(workbench.getState()).boxes.get(id)!;
      return box.x + box.width / 2;
    };
    expect([middle(a), middle(b)]).toEqual([0, 0]);
    for (const edit of lengthen) workbench.edit(edit, 'canvas');
    expect([middle(a), middle(b)]).toEqual([0, 0]);
    commandById('tidy')?.run(workbench);
    expect([middle(a), middle(c)]).toEqual([0, 0]);
    expect(selectPlacement(workbench.getState())).toEqual(layoutGraph(selectGraph(workbench.getState())));
  });

  test('what is undone and redone has the very picture it had', async () => {
    const workbench = await startWith(text);
    const shown = () => selectPlacement(workbench.getState());
    const pictures = [shown()];
    for (const edit of lengthen) {
      workbench.edit(edit, 'canvas');
      pictures.push(shown());
    }
    for (const picture of pictures.slice(0, -1).reverse()) {
      workbench.undo();
      expect(shown()).toBe(picture);
    }
    for (const picture of pictures.slice(1)) {
      workbench.redo();
      expect(shown()).toBe(picture);
    }
  });
});

describe('a state drawn without its inside', () => {
  const within = (phases: Readonly<Record<string, NodeRun['phase']>>) => async () => {
    const state = (await startWith(text)).getState();
    const nodes = new Map(
      Object.entries(phases).map(([id, phase]) => [
        id as typeof a,
        { phase, entered: 1, retries: 0, active: 0, exits: [] },
      ]),
    );
    return selectPhaseInside({ ...state, run: { ...state.run, nodes } }, a);
  };
  test('says the gravest that a run has come to in there', async () => {
    expect(await within({ A: 'running', 'A/Branch0/X': 'waiting', 'A/Branch1/Y': 'running' })()).toBe('waiting');
    expect(await within({ A: 'running', 'A/Branch0/X': 'waiting', 'A/Branch1/Y': 'failed' })()).toBe('failed');
  });
  test('says nothing of what it says itself, nor of others', async () => {
    expect(await within({ A: 'failed', 'A/Branch0/X': 'succeeded', 'A b/Branch0/X': 'failed' })()).toBeUndefined();
  });
  test('says that a run stops in there', async () => {
    const state = (await startWith(text)).getState();
    const settings = {
      ...state.settings,
      breakpoints: [{ state: 'A/Branch0/X' as typeof a, when: 'before' as const }],
    };
    expect(selectStopsInside({ ...state, settings } as typeof state, a)).toBe(true);
    expect(selectStopsInside(state, a)).toBe(false);
  });
});
