import { type Changes, isList, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { colonAfter, dashBefore, withProperties } from '../text/gaps.ts';
import {
  columnOf,
  commentFollows,
  endOfContent,
  eolAt,
  isBlank,
  isCommentBelow,
  lineEnd,
  lineStart,
} from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { fitsBlockLine, printScalar, type Scalar, type ScalarLook } from '../text/print-scalar.ts';
import {
  blockLines,
  inBrackets,
  indentLines,
  isNested,
  literalFor,
  type Look,
  printFlow,
} from '../text/print-value.ts';
import { isBlockCollection, isInFlow, type Slot } from '../tree.ts';
import type { Written } from '../../written.ts';
import { contentEnd } from './chunks.ts';
import { printLikeSiblings } from './like-siblings.ts';

type Step = Slot['path'][number];

/** Where the label of a value ends (`key:` or `-`), in which column it begins, and the key it is to have. */
interface Label {
  readonly end: number;
  readonly column: number;
  readonly isDash: boolean;
  readonly key: Step | undefined;
}

/**
 * Writes another value in place of one, whatever kinds the two are. Keeps quotes, key, comments and place; `key` is the
 * one that the value is to have.
 */
export function replaceValue(
  source: Source,
  slot: Slot,
  value: Json,
  key: Step | undefined = slot.path.at(-1),
): Changes | undefined {
  if (isInFlow(slot.parent)) return replaceInFlow(source, slot, value);
  const line = key === slot.path.at(-1) ? lineOfBlock(source, slot, value) : undefined;
  if (line) return makeChanges([line]);
  const label = labelOf(source, slot, key);
  if (!label) return undefined;
  const look = { ...lookAt(source, slot), eol: eolAt(source.text, label.end, lineEndOf(source.text)) };
  const fresh = freshText(value, slot, label, look, source);
  const old = oldText(source, slot, label);
  if ('inline' in fresh && slot.written.kind === 'scalar' && !fresh.inline.includes('\n')) {
    return makeChanges(swapScalar(source, slot, old, fresh.inline, label));
  }
  return makeChanges(join(source, old, fresh, label, look));
}

/** Writes the lines of a list, from column 0, below the key of what stands there now. */
export function replaceByLines(source: Source, slot: Slot, lines: readonly string[]): Changes | undefined {
  const label = labelOf(source, slot, slot.path.at(-1));
  if (!label || label.isDash) return undefined;
  const look = { ...lookAt(source, slot), eol: eolAt(source.text, label.end, lineEndOf(source.text)) };
  const below = indentLines(lines, label.column + look.dash);
  return makeChanges(join(source, oldText(source, slot, label), { below }, label, look));
}

function labelOf(source: Source, slot: Slot, key: Step | undefined): Label | undefined {
  const { text } = source;
  if (slot.key) {
    const colon = colonAfter(text, slot.key.to, text.length);
    return colon === undefined
      ? undefined
      : { end: colon + 1, column: columnOf(text, slot.key.from), isDash: false, key };
  }
  const dash = dashBefore(text, slot.from);
  return dash === undefined ? undefined : { end: dash + 1, column: columnOf(text, dash), isDash: true, key };
}

/** New text either stays on the label's line or has lines of its own below it. */
type Fresh = { readonly inline: string } | { readonly below: readonly string[] };

function freshText(value: Json, slot: Slot, label: Label, look: Look, source: Source): Fresh {
  if (isNested(value)) {
    if (label.isDash) {
      const at = slot.from === slot.to ? label.column + 2 : columnOf(source.text, slot.from);
      const [first = '', ...rest] = blockLines(value, look);
      return { inline: [first, ...indentLines(rest, at)].join(look.eol) };
    }
    const key = String(label.key);
    const brackets = inBrackets(key, value, look);
    if (brackets !== undefined) return { inline: brackets };
    return {
      below: indentLines(blockLines(value, look, key), label.column + (isList(value) ? look.dash : look.indent)),
    };
  }
  if (typeof value === 'string' && value.includes('\n') && !hasComment(source, slot)) {
    const literal = literalFor(label.key, value);
    const by = literalIndent(source, slot) ?? label.column + Math.max(1, look.indent);
    if (literal && !isCommentBelow(source.text, contentEnd(source, slot), by))
      return { inline: [literal[0], ...indentLines(literal.slice(1), by)].join(look.eol) };
  }
  if (isList(value)) return { inline: '[]' };
  if (typeof value === 'object' && value !== null) return { inline: '{}' };
  return { inline: printScalar(value as Scalar, lookOf(slot, look), look.quote, false) };
}

/** Quotes stay as they were, none included; what was no text before looks like the texts around. */
function lookOf(slot: Slot, look: Look): ScalarLook {
  const { written } = slot;
  if (written.kind !== 'scalar' || written.alias !== undefined) return look.texts;
  if (written.style === 'single' || written.style === 'double') return written.style;
  return typeof written.value === 'string' && written.style === 'plain' ? 'plain' : look.texts;
}

function literalIndent(source: Source, slot: Slot): number | undefined {
  const { written } = slot;
  if (written.kind !== 'scalar' || (written.style !== 'literal' && written.style !== 'folded')) return undefined;
  const line = lineEnd(source.text, slot.from);
  const first = /\n([ ]*)\S/.exec(source.text.slice(line, slot.to));
  return first?.[1]?.length;
}

function hasComment(source: Source, slot: Slot): boolean {
  if (isBlockCollection(slot.written)) return false;
  return commentFollows(source.text, slot.to);
}

/** One value for another: on the line where it stands, with every comment between the key and it. */
function swapScalar({ text }: Source, slot: Slot, old: Old, insert: string, label: Label): TextChange[] {
  if (old.from === label.end) return [{ from: old.from, to: old.to, insert: ` ${insert}` }];
  const comment = isBlockScalar(slot.written) ? /[ \t]#.*/.exec(text.slice(slot.from, lineEnd(text, slot.from))) : null;
  if (!comment) return [{ from: old.from, to: old.to, insert }];
  return [
    { from: old.from, to: slot.from + comment.index, insert },
    { from: lineEnd(text, slot.from), to: old.to, insert: '' },
  ];
}

const isBlockScalar = (written: Written): boolean =>
  written.kind === 'scalar' && written.alias === undefined && ['literal', 'folded'].includes(written.style);

/** In a block of a single line (`>-` and a name below) that line is all that changes. */
function lineOfBlock({ text }: Source, slot: Slot, value: Json): TextChange | undefined {
  const { written } = slot;
  if (!isBlockScalar(written) || typeof value !== 'string' || !fitsBlockLine(value)) return undefined;
  const start = lineEnd(text, slot.from);
  const [, margin, content] = /^(\r?\n *)(\S[^\r\n]*)\s*$/.exec(text.slice(start, slot.to)) ?? [];
  if (margin === undefined || content === undefined) return undefined;
  if (written.kind !== 'scalar' || written.value !== content) return undefined;
  const from = start + margin.length;
  return { from, to: from + content.length, insert: value };
}

/** What is there now: on the label's line, or below it. */
interface Old {
  readonly from: number;
  readonly to: number;
  readonly below: boolean;
}

function oldText(source: Source, slot: Slot, label: Label): Old {
  const { text } = source;
  const from = isInUse(source, slot) ? slot.from : withProperties(text, slot.from, label.end);
  if (slot.from === slot.to && !isBlockCollection(slot.written))
    return { from: label.end, to: label.end, below: false };
  const below = from >= lineEnd(text, label.end);
  return { from, to: isBlockCollection(slot.written) ? contentEnd(source, slot) : slot.to, below };
}

/** The anchor of a value stays while others refer to it. */
const isInUse = ({ text }: Source, { written: { anchor, alias } }: Slot): boolean =>
  anchor !== undefined && alias === undefined && text.includes(`*${anchor}`);

function join(source: Source, old: Old, fresh: Fresh, label: Label, look: Look): TextChange[] {
  const { text } = source;
  const line = lineEnd(text, label.end);
  if ('inline' in fresh) {
    if (!old.below) {
      const insert = old.from === label.end ? ` ${fresh.inline}` : fresh.inline;
      const [first = '', ...below] = insert.split(look.eol);
      if (below.length > 0 && commentFollows(text, old.to)) {
        const end = lineEnd(text, old.to);
        return [
          { from: old.from, to: old.to, insert: first },
          { from: end, to: end, insert: look.eol + below.join(look.eol) },
        ];
      }
      // Blanks behind the value would become part of the last line of a block scalar.
      const rest = text.slice(old.to, lineEnd(text, old.to));
      const to = insert.includes('\n') && isBlank(rest) ? old.to + rest.length : old.to;
      return [{ from: old.from, to, insert }];
    }
    const nested = fresh.inline.includes('\n') && label.isDash;
    if (nested) return [{ from: old.from, to: old.to, insert: fresh.inline }];
    return [
      { from: label.end, to: label.end, insert: ` ${fresh.inline}` },
      { from: endOfContent(text, label.end) === line ? line : label.end, to: old.to, insert: '' },
    ];
  }
  const lines = fresh.below.join(look.eol);
  if (old.below) return [{ from: lineStart(text, old.from), to: old.to, insert: lines }];
  const end = lineEnd(text, old.to);
  if (!commentFollows(text, old.to)) return [{ from: label.end, to: end, insert: look.eol + lines }];
  return [
    { from: label.end, to: old.to, insert: '' },
    { from: end, to: end, insert: look.eol + lines },
  ];
}

function replaceInFlow(source: Source, slot: Slot, value: Json): Changes | undefined {
  const { text } = source;
  const look = lookAt(source, slot);
  const floor = slot.key?.to ?? slot.parent?.from ?? 0;
  if (slot.from === slot.to && slot.key) {
    const colon = colonAfter(text, slot.key.to, slot.parent?.to ?? text.length);
    const at = colon === undefined ? slot.key.to : colon + 1;
    return makeChanges([
      { from: at, to: at, insert: `${colon === undefined ? ': ' : ' '}${flowText(source, slot, value, look)}` },
    ]);
  }
  const from = isInUse(source, slot) ? slot.from : withProperties(text, slot.from, floor);
  return makeChanges([{ from, to: slot.to, insert: flowText(source, slot, value, look) }]);
}

function flowText(source: Source, slot: Slot, value: Json, look: Look): string {
  if (!isNested(value)) {
    if (value !== null && typeof value === 'object') return printFlow(value, look);
    return printScalar(value as Scalar, lookOf(slot, look), look.quote, true);
  }
  return slot.parent ? printLikeSiblings(source, slot.parent, value, look) : printFlow(value, look);
}
