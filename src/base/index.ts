export { assertNever, invariant } from './assert.ts';
export type { Brand } from './brand.ts';
export {
  applyChanges,
  type Changes,
  composeChanges,
  invertChanges,
  makeChanges,
  mapOffset,
  type TextChange,
} from './changes.ts';
export { smallestChange } from './diff.ts';
export type { Box, Point, Size } from './geometry.ts';
export {
  deepEqual,
  isList,
  isObject,
  type Json,
  type JsonObject,
  jsonSize,
  ownValue,
  parseJson,
  setOwn,
  utf8Length,
} from './json.ts';
export { lineEndOf, lineStartAt, lineStarts, placeOf } from './lines.ts';
export { memoLast } from './memo.ts';
export { finish, type Pieces } from './pieces.ts';
export { failure, ok, type Result } from './result.ts';
export { contains, shiftSpan, type Span, span } from './span.ts';
