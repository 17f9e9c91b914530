import type { Size } from '../base/index.ts';
import type { GraphNode } from './graph.ts';

/** Measures of the picture, in its own units (pixels at zoom 1). Cards all have one width so that columns line up. */
export const measures = {
  cardWidth: 224,
  cardHeight: 60,
  /** For a name that needs a second line. */
  tallCardHeight: 78,
  oneLine: 158,
  outletStep: 36,
  /** Between two outlets at the side, each of which has its label beside it. */
  sideOutletStep: 20,
  entry: { width: 64, height: 26 },
  emptyFrame: { width: 224, height: 92 },
  frameHeader: 26,
  framePadding: 18,
  containerPadding: 14,
  frameGap: 14,
  labelHeight: 18,
} as const;

/** Roughly how wide a text is drawn at the size of a node's name. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    width += code > 0x2e7f ? 13.5 : 7.1;
  }
  return width;
}

/** How wide the label of an edge is drawn; longer ones are cut. */
export const labelWidth = (label: string): number => Math.min(190, textWidth(label) * 0.88 + 14);

/** The size of a node drawn as a card; a container's box grows around its frames in the layout. */
export function nodeSize(node: GraphNode): Size {
  if (node.kind === 'entry') return measures.entry;
  if (node.kind === 'scope') return measures.emptyFrame;
  let sides = 0;
  for (const { outlet } of node.outlets) if (outlet.kind === 'catch') sides += 1;
  const bottom = node.outlets.length - sides;
  const width = Math.max(measures.cardWidth, bottom * measures.outletStep);
  const wraps = node.frames.length === 0 && textWidth(node.label) > measures.oneLine;
  const height = wraps ? measures.tallCardHeight : measures.cardHeight;
  return { width, height: Math.max(height, sides * measures.sideOutletStep + measures.labelHeight) };
}
