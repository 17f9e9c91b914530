import type { StateId } from '../ids.ts';

/**
 * Where segments begin, by state: the ids with their positions, which seldom change, beside the offsets, which change
 * with every keystroke. As a map of its own it would be rebuilt for thousands of states each time.
 */
export class Origins implements ReadonlyMap<StateId, number> {
  readonly #positions: ReadonlyMap<StateId, number>;
  readonly #offsets: readonly number[];

  constructor(positions: ReadonlyMap<StateId, number>, offsets: readonly number[]) {
    this.#positions = positions;
    this.#offsets = offsets;
  }

  get size(): number {
    return this.#positions.size;
  }

  get(id: StateId): number | undefined {
    const position = this.#positions.get(id);
    return position === undefined ? undefined : this.#offsets[position];
  }

  has(id: StateId): boolean {
    return this.#positions.has(id);
  }

  *entries(): MapIterator<[StateId, number]> {
    for (const [id, position] of this.#positions) yield [id, this.#offsets[position] ?? 0];
  }

  keys(): MapIterator<StateId> {
    return this.#positions.keys();
  }

  *values(): MapIterator<number> {
    for (const [, offset] of this.entries()) yield offset;
  }

  [Symbol.iterator](): MapIterator<[StateId, number]> {
    return this.entries();
  }

  forEach(visit: (offset: number, id: StateId, map: ReadonlyMap<StateId, number>) => void): void {
    for (const [id, offset] of this.entries()) visit(offset, id, this);
  }
}
