import { allStates, childScopes, type Flow, outletsOf, resolveTarget, type Scope } from '../fdl/index.ts';

/** The picture as data (ruling R46). Ids are paths of names; `scope` is empty for the flow itself. */
export interface PlainGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly scope: string;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly label: string;
  }[];
}

/** States in the order they are written; an edge for every transition that leads to a state of its scope. */
export function plainGraph(flow: Flow): PlainGraph {
  const scopes = scopesOf(flow);
  return {
    nodes: scopes.flatMap((scope) => {
      return scope.states.map(({ id, name, type }) => ({ id, name: name.value, type, scope: scope.id }));
    }),
    edges: scopes.flatMap(edgesOf),
  };
}

/** A scope's states and the transitions between them. */
function edgesOf(scope: Scope): PlainGraph['edges'] {
  return scope.states.flatMap((state) => {
    return outletsOf(state).flatMap(({ outlet, target, label }) => {
      const to = target && resolveTarget(scope, target.value);
      return to ? [{ from: state.id, to: to.id, kind: outlet.kind, label }] : [];
    });
  });
}

/** The flow and every scope inside it, in document order. */
export function scopesOf(flow: Flow): readonly Scope[] {
  return [flow, ...allStates(flow).flatMap(childScopes)];
}
