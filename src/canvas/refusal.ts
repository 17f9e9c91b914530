import type { Refusal } from '../fdl/index.ts';

/** A no, and where on the screen it is to be said. */
export interface PointedRefusal {
  readonly refusal: Refusal;
  readonly x: number;
  readonly y: number;
}
