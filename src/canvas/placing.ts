import type { Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import type { Workbench } from '../workbench/index.ts';

/** Puts nodes where a person wants them: one step of the history, without a change of the text. */
export function placeNodes(
  workbench: Workbench,
  positions: ReadonlyMap<NodeId, Point>,
  label: string,
  joinKey?: string,
): void {
  workbench.dispatch({
    changes: [],
    positions,
    origin: 'canvas',
    label,
    time: workbench.now(),
    ...(joinKey === undefined ? {} : { joinKey }),
  });
}
