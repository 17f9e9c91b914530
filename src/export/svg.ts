import type { Source } from '../fdl/index.ts';

/** The picture as one SVG file. */
export function svgPicture(source: Source): string {
  return source.text;
}
