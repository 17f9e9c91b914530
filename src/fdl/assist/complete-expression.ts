import type { Json } from '../../base/index.ts';
import type { RootName } from '../expression/ast.ts';
import { tokenize } from '../expression/lexer.ts';
import { parseExpression } from '../expression/parser.ts';
import { pathOf } from '../expression/walk.ts';
import { builtinFunctions } from '../language/functions.ts';
import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import type { Completion } from './completion.ts';
import { knownKeys } from './known-data.ts';
import { messages } from './messages.ts';
import type { Setting } from './shape.ts';

/** Only the last piece of a long expression is looked at. */
const window = 400;
const pathBefore =
  /(\$\p{L}[\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*|\[(?:\d+|"[^"]*"|'[^']*')\])*)\.([\p{L}_][\p{L}\p{Nd}_]*)?$/u;
const rootBefore = /\$[\p{L}\p{Nd}_]*$/u;
const wordBefore = /[\p{L}_][\p{L}\p{Nd}_]*$/u;
const plainKey = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** What can follow in an expression: keys of data, variables, functions. `seen` is what the last run saw here. */
export function completeExpression(
  source: Source,
  setting: Setting,
  state: State | undefined,
  seen: Json,
): readonly Completion[] {
  const { place, path: keys } = setting;
  const field = keys[0];
  const before = place.text.slice(Math.max(0, place.caret - window), place.caret);
  const caret = place.word.from + place.caret;
  const path = pathBefore.exec(before);
  if (path) return dataKeys(source, state, path[1] ?? '', path[2] ?? '', caret, seen);
  if (isInsideText(before)) return [];
  const root = rootBefore.exec(before)?.[0];
  if (root !== undefined) return roots(field, root, caret);
  const word = wordBefore.exec(before)?.[0] ?? '';
  return [...roots(field, word, caret), ...functions(word, caret), ...constants(word, caret)];
}

function isInsideText(before: string): boolean {
  const last = tokenize(before).at(-1);
  return last?.kind === 'bad' && /["'`]/.test(before[last.from] ?? '');
}

function dataKeys(
  source: Source,
  state: State | undefined,
  path: string,
  partial: string,
  caret: number,
  seen: Json,
): readonly Completion[] {
  const data = pathOf(parseExpression(path));
  if (!data) return [];
  const from = caret - partial.length;
  const keys = knownKeys(source, state, data.root, data.keys, seen).filter(({ key }) => key !== partial);
  return keys.map(({ key, about }) => {
    const isPlain = plainKey.test(key);
    const replace = { from: isPlain ? from : from - 1, to: caret };
    return { label: key, kind: 'expression', insert: isPlain ? key : `[${JSON.stringify(key)}]`, replace, about };
  });
}

function roots(field: string | undefined, typed: string, caret: number): readonly Completion[] {
  const isOutput = field === 'OutputConstructor' || field === 'GlobalConstructor';
  const names: readonly RootName[] = [
    '$Input',
    ...(isOutput ? (['$Output'] as const) : []),
    '$Context',
    '$Global',
    ...(field === 'ItemConstructor' ? (['$Item'] as const) : []),
  ];
  return names.map((label) => ({
    label,
    kind: 'expression',
    insert: label,
    replace: { from: caret - typed.length, to: caret },
    about: messages.roots[label],
  }));
}

function functions(typed: string, caret: number): readonly Completion[] {
  return builtinFunctions.map(({ name, parameters, about, note }) => ({
    label: `${name}(${parameters.join(', ')})`,
    kind: 'function',
    insert: parameters.length === 0 ? `${name}()` : `${name}(`,
    replace: { from: caret - typed.length, to: caret },
    about: note === undefined ? about : `${about} ${note}`,
  }));
}

function constants(typed: string, caret: number): readonly Completion[] {
  return (['true', 'false'] as const).map((label) => ({
    label,
    kind: 'value',
    insert: label,
    replace: { from: caret - typed.length, to: caret },
    about: messages.boolean[label],
  }));
}
