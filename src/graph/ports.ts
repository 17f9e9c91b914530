import { assertNever } from '../base/index.ts';
import type { NodeId, Outlet, ScopeId } from '../fdl/index.ts';
import type { GraphNode } from './graph.ts';

/** A short text for an outlet, unique within its state: `next`, `branch:0`. */
export function outletKey(outlet: Outlet): string {
  switch (outlet.kind) {
    case 'start':
    case 'next':
    case 'default':
      return outlet.kind;
    case 'branch':
    case 'catch':
      return `${outlet.kind}:${outlet.index}`;
    default:
      return assertNever(outlet);
  }
}

/** The reverse of `outletKey`; `undefined` for any other text. */
export function outletFromKey(key: string): Outlet | undefined {
  if (key === 'start' || key === 'next' || key === 'default') return { kind: key };
  const match = /^(branch|catch):(\d+)$/.exec(key);
  if (!match) return undefined;
  return { kind: match[1] === 'branch' ? 'branch' : 'catch', index: Number(match[2]) };
}

/** Names an outlet of a node, and the edge that leaves there. Unique: no outlet key holds an `@`. */
export const portId = (node: NodeId, outlet: Outlet): string => `${outletKey(outlet)}@${node}`;

/** The id of a scope's entry marker. No state can have it: inside names `~` is always escaped. */
export const entryId = (scope: ScopeId): NodeId => (scope === '' ? '~start' : `${scope}/~start`) as NodeId;

/** What an edit calls the place an edge comes from: the scope for its start, else the state. */
export function editEnd(from: NodeId, outlet: Outlet): NodeId {
  if (outlet.kind !== 'start') return from;
  return from.slice(0, Math.max(0, from.lastIndexOf('/'))) as NodeId;
}

/** Whether a way out leads nowhere because `End: true` is written. */
export const endsAt = (node: Pick<GraphNode, 'ends'>, outlet: Outlet): boolean => node.ends && outlet.kind === 'next';
