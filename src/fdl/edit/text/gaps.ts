import { isBlank, lineEnd, lineStart } from './lines.ts';

/** What stands between two values: indicators, comments, anchors and tags, or anything else. */
export interface GapToken {
  readonly kind: 'comment' | 'dash' | 'comma' | 'colon' | 'question' | 'property' | 'other';
  readonly from: number;
  readonly to: number;
}

const indicators: Readonly<Record<string, GapToken['kind']>> = {
  '-': 'dash',
  ',': 'comma',
  ':': 'colon',
  '?': 'question',
};

/** Takes a stretch of text between values apart. */
export function gapTokens(text: string, from: number, to: number): readonly GapToken[] {
  const tokens: GapToken[] = [];
  for (let token = nextToken(text, from, to); token; token = nextToken(text, token.to, to)) tokens.push(token);
  return tokens;
}

function nextToken(text: string, from: number, to: number): GapToken | undefined {
  let at = from;
  while (at < to && /\s/.test(text.charAt(at))) at += 1;
  return at < to ? tokenAt(text, at, to, text.charAt(at)) : undefined;
}

function tokenAt(text: string, at: number, to: number, c: string): GapToken {
  if (c === '#') return { kind: 'comment', from: at, to: Math.min(to, lineEnd(text, at)) };
  const kind = Object.hasOwn(indicators, c) ? indicators[c] : undefined;
  if (kind) return { kind, from: at, to: at + 1 };
  const end = at + Math.max(1, /^[^\s,[\]{}]+/.exec(text.slice(at, Math.min(to, at + 1000)))?.[0].length ?? 0);
  return { kind: c === '&' || c === '!' ? 'property' : 'other', from: at, to: end };
}

/** Where a value begins together with the anchor and tag in front of it. */
export function withProperties(text: string, at: number, floor: number): number {
  let start = at;
  for (const token of gapTokens(text, floor, at).toReversed()) {
    if (token.kind === 'property') start = token.from;
    else if (token.kind !== 'comment') break;
  }
  return start;
}

const dashBehind = /^(.*)-[ \t]+(?:[&!]\S*[ \t]+)*$/;
const dashAlone = /^([ \t]*(?:-[ \t]+)*)-(?:[ \t]+[&!]\S*)*[ \t]*(?:[ \t]#.*)?$/;

/** The dash of the block list item whose value begins at a place; `undefined` where there is none. */
export function dashBefore(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  const own = dashBehind.exec(text.slice(start, at));
  if (own) return start + (own[1]?.length ?? 0);
  if (!isBlank(text.slice(start, at).replace(/(?:[&!]\S*[ \t]+)*$/, ''))) return undefined;
  for (let line = start; line > 0;) {
    const above = lineStart(text, line - 1);
    if (above >= line) return undefined;
    const content = text.slice(above, lineEnd(text, above));
    const alone = dashAlone.exec(content);
    if (alone) return above + (alone[1]?.length ?? 0);
    if (!/^[ \t]*(?:#.*|[&!]\S*[ \t]*(?:#.*)?)?$/.test(content)) return undefined;
    line = above;
  }
  return undefined;
}

/** The colon behind a key; the key's own end where none is written (a bare key in a flow mapping). */
export function colonAfter(text: string, keyEnd: number, limit: number): number | undefined {
  let token = nextToken(text, keyEnd, limit);
  while (token?.kind === 'comment') token = nextToken(text, token.to, limit);
  return token?.kind === 'colon' ? token.from : undefined;
}
