import { ok, type Result } from '../../base/index.ts';
import type { NodeId, StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';
import type { Outlet, Refusal } from './flow-edit.ts';

/** The one rule on what may lead where: the same while hovering and when dropping. */
export function canConnect(_source: Source, _from: NodeId, _outlet: Outlet, _to: StateId): Result<true, Refusal> {
  return ok(true);
}
