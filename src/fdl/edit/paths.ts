import { assertNever } from '../../base/index.ts';
import type { NodeId, ScopeId, StateId } from '../ids.ts';
import type { Flow, Scope } from '../model.ts';
import { childScopes } from '../walk.ts';
import type { Outlet } from './flow-edit.ts';
import type { Path } from './tree.ts';

const indexes = new WeakMap<Flow, ReadonlyMap<string, Path>>();

/** Where a state or scope is written, from the top of the text. */
export function pathOfNode(flow: Flow, id: NodeId): Path | undefined {
  let index = indexes.get(flow);
  if (!index) indexes.set(flow, (index = indexOf(flow)));
  return index.get(id);
}

function indexOf(flow: Flow): ReadonlyMap<string, Path> {
  const paths = new Map<StateId | ScopeId, Path>();
  const visit = (scope: Scope, path: Path): void => {
    paths.set(scope.id, path);
    scope.states.forEach((state, i) => {
      const here = [...path, 'States', i];
      paths.set(state.id, here);
      childScopes(state).forEach((inner, branch) => {
        visit(inner, state.type === 'Parallel' ? [...here, 'Branches', branch] : [...here, 'Processor']);
      });
    });
  };
  visit(flow, []);
  return paths;
}

/** Where an outlet is written below its state or scope. */
export function outletPath(outlet: Outlet): Path {
  switch (outlet.kind) {
    case 'start':
      return ['StartAt'];
    case 'next':
      return ['Next'];
    case 'default':
      return ['Default'];
    case 'branch':
      return ['Branches', outlet.index, 'Next'];
    case 'catch':
      return ['Catch', outlet.index, 'Next'];
    default:
      return assertNever(outlet);
  }
}
