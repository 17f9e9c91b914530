/** Sizes of panes in pixels: one takes what is left, the others have a size of their own between bounds. */
export interface PaneSize {
  readonly id: string;
  readonly flexible?: boolean;
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** May be folded down to this size. */
  readonly folded?: number;
}
export type Sizes = Readonly<Record<string, number>>;
const splitter = 8;

/** What everybody gets. Where the room is short the fixed panes give way, the last first, so that nothing is cut off. */
export function fit(panes: readonly PaneSize[], kept: Sizes, room: number): ReadonlyMap<string, number> {
  const fixed = panes.filter(({ flexible }) => !flexible);
  const sizes = new Map(fixed.map((pane) => [pane.id, clamp(pane, kept[pane.id] ?? pane.size)]));
  const flexible = panes.find((pane) => pane.flexible);
  const spare = room - splitter * (panes.length - 1) - (flexible?.least ?? 0);
  let over = [...sizes.values()].reduce((sum, size) => sum + size, 0) - spare;
  for (const pane of [...fixed].reverse()) {
    const size = sizes.get(pane.id) ?? 0;
    const given = Math.min(Math.max(0, over), Math.max(0, size - pane.least));
    sizes.set(pane.id, size - given);
    over -= given;
  }
  return sizes;
}

/** Below half of its least size a pane that can be folded is. */
export function clamp({ least, most, folded }: PaneSize, size: number): number {
  if (folded !== undefined && size < least / 2 + folded / 2) return folded;
  return Math.min(most, Math.max(least, Math.round(size)));
}
