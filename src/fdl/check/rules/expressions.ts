import { type Span, span } from '../../../base/index.ts';
import type { Expression, RootName, WrittenExpression } from '../../expression/ast.ts';
import { nearest } from '../../expression/spelling.ts';
import { nestingDepth, type DataPath, pathsUsed, walkExpression } from '../../expression/walk.ts';
import { isContextPath } from '../../language/context.ts';
import { builtinFunction, builtinFunctions } from '../../language/functions.ts';
import { limits } from '../../language/limits.ts';
import type { ExpressionPlace, Texts } from '../expressions-of.ts';
import { checkMessages as say } from '../messages.ts';
import type { Extra, Report } from '../rule.ts';

/** C13 to C19, E01, E02: everything about single expressions (reference sections 5, 6 and 7). */
export function checkExpressions(texts: Texts, report: Report): void {
  for (const entry of texts.notText) report('C13', entry.value.span, say.notText(entry.key));
  for (const { expression, entry } of texts.computed) {
    if (expression.root.kind === 'broken') report('C13', entry.value.span, say.notExpression(entry.key));
  }
  for (const { expression, place } of texts.expressions) checkExpression(expression, place, report);
}

function checkExpression(written: WrittenExpression, place: ExpressionPlace, report: Report): void {
  const { root } = written;
  const at = (part: Expression): Span => placeOf(written, part.span);
  walkExpression(root, (part) => checkPart(part, written, place, at(part), report));
  if (root.kind === 'broken') return;
  for (const path of pathsUsed(root)) checkPath(path, written.span, report);
  const depth = nestingDepth(root);
  if (depth > limits.functionDepth) report('C15', written.span, say.functionDepth(depth));
}

/** Where a part of an expression stands; the whole value where escapes make counting characters useless. */
export function placeOf(written: WrittenExpression, part: Span): Span {
  if (written.escaped) return written.span;
  const from = written.span.from + written.textAt;
  return span(Math.min(from + part.from, written.span.to), Math.min(from + part.to, written.span.to));
}

function checkPart(
  part: Expression,
  written: WrittenExpression,
  place: ExpressionPlace,
  at: Span,
  report: Report,
): void {
  switch (part.kind) {
    case 'broken':
      return report('C14', at, say.syntax(part.message));
    case 'unknown-root':
      return checkUnknownRoot(part.name, written, at, report);
    case 'root':
      return checkRoot(part.name, place, at, report);
    case 'call':
      return checkCall(part, written, at, report);
    case 'binary':
      return checkOperator(part.operator, at, report);
    case 'conditional':
      return report('E01', at, say.undocumentedOperator('? :'));
    case 'literal':
      if (part.value === null) report('E01', at, say.undocumentedNull);
      return;
    default:
      return;
  }
}

const lowerCase: ReadonlyMap<string, string> = new Map([
  ['$input', '$Input'],
  ['$output', '$Output'],
  ['$context', '$Context'],
]);
const variables = ['$Input', '$Output', '$Context', '$Global', '$Item'];

/** Ruling R22: a lower-case variable is a warning, any other unknown one an error. */
function checkUnknownRoot(name: string, written: WrittenExpression, at: Span, report: Report): void {
  const right = lowerCase.get(name);
  if (right === undefined) {
    report('C14', at, say.unknownVariable(name, nearest(name, variables)));
    return;
  }
  const fixes: Extra = written.escaped
    ? {}
    : { fixes: [{ title: say.fixSpelling(right), replace: at, insert: right }] };
  report('C18', at, say.lowerCaseVariable(name, right), fixes);
}

function checkRoot(name: RootName, place: ExpressionPlace, at: Span, report: Report): void {
  if (name === '$Item' && place !== 'item') report('C19', at, say.itemHere);
  if (name !== '$Output' || place === 'output' || place === 'global') return;
  if (place === 'catch') report('C16', at, say.outputInCatch, { severity: 'hint' });
  else report('C16', at, say.outputHere);
}

function checkPath({ root, keys }: DataPath, at: Span, report: Report): void {
  if (root !== '$Context') return;
  const path = keys.map(String);
  if (!isContextPath(path)) report('C18', at, say.unknownContext(path.join('.')));
}

const functionNames = builtinFunctions.map((builtin) => builtin.name);

function checkCall(
  call: Extract<Expression, { kind: 'call' }>,
  written: WrittenExpression,
  at: Span,
  report: Report,
): void {
  const known = builtinFunction(call.name);
  const nameAt = placeOf(written, call.nameSpan);
  if (!known) {
    const suggestion = nearest(call.name, functionNames);
    const fix = suggestion !== undefined && !written.escaped;
    const extra: Extra = fix
      ? { fixes: [{ title: say.fixSpelling(suggestion), replace: nameAt, insert: suggestion }] }
      : {};
    report('C14', nameAt, say.unknownFunction(call.name, suggestion), extra);
    return;
  }
  const given = call.args.length;
  if (given < known.least || given > known.most) {
    report('C14', at, say.argumentCount(call.name, say.arguments(known.least, known.most), given));
  }
  if (known.note !== undefined && known.name !== 'regexMatchString') report('E02', nameAt, known.note);
}

const documented = new Set(['||', '&&', '==', '!=', '<', '<=', '>', '>=', 'in']);

function checkOperator(operator: string, at: Span, report: Report): void {
  if (!documented.has(operator)) report('E01', at, say.undocumentedOperator(operator));
}
