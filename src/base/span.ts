/** A piece of text: offsets in UTF-16 units, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const span = (from: number, to: number): Span => ({ from, to });
export const shiftSpan = (s: Span, by: number): Span => ({ from: s.from + by, to: s.to + by });
export const contains = (s: Span, offset: number): boolean => offset >= s.from && offset <= s.to;
