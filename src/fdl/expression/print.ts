import { assertNever } from '../../base/index.ts';
import type { Expression } from './ast.ts';

const longest = 120;
const plainKey = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** An expression as text, for messages: canonical blanks, cut after some hundred characters. */
export function printExpression(expression: Expression): string {
  const text = print(expression, 12);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `depth` bounds the work on deep trees; what lies deeper shows as an ellipsis. */
function print(e: Expression, depth: number): string {
  if (depth === 0) return '…';
  const inner = (part: Expression): string => print(part, depth - 1);
  const list = (parts: readonly Expression[]): string => parts.slice(0, 20).map(inner).join(', ');
  switch (e.kind) {
    case 'literal':
      return JSON.stringify(e.value);
    case 'root':
    case 'unknown-root':
      return e.name;
    case 'member':
      return inner(e.of) + (plainKey.test(e.key) ? `.${e.key}` : `[${JSON.stringify(e.key)}]`);
    case 'index':
      return `${inner(e.of)}[${inner(e.at)}]`;
    case 'unary':
      return e.operator + operand(e.operand, inner);
    case 'binary':
      return `${operand(e.left, inner)} ${e.operator} ${operand(e.right, inner)}`;
    case 'conditional':
      return `${operand(e.test, inner)} ? ${inner(e.then)} : ${inner(e.otherwise)}`;
    case 'list':
      return `[${list(e.items)}]`;
    case 'object':
      return `{${e.entries.map((entry) => `${inner(entry.key)}: ${inner(entry.value)}`).join(', ')}}`;
    case 'call':
      return `${e.name}(${list(e.args)})`;
    case 'broken':
      return '…';
    default:
      return assertNever(e);
  }
}

function operand(e: Expression, inner: (part: Expression) => string): string {
  return e.kind === 'binary' || e.kind === 'conditional' ? `(${inner(e)})` : inner(e);
}
