import { assertNever } from '../../base/index.ts';
import { builtinFunction } from '../language/functions.ts';
import type { BinaryOperator, Expression } from './ast.ts';

const booleanOperators: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  '||',
  '&&',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '=~',
  '!~',
  'in',
]);

/**
 * Whether an expression may give true or false, judged by its outermost operation (rule H06). A call counts as possible
 * unless the function is known to give something else (ruling R40).
 */
export function couldBeBool(e: Expression): boolean {
  switch (e.kind) {
    case 'literal':
      return typeof e.value === 'boolean';
    case 'root':
    case 'unknown-root':
    case 'member':
    case 'index':
    case 'broken':
      return true;
    case 'unary':
      return e.operator === '!';
    case 'binary':
      if (e.operator === '??') return couldBeBool(e.left) || couldBeBool(e.right);
      return booleanOperators.has(e.operator);
    case 'conditional':
      return couldBeBool(e.then) || couldBeBool(e.otherwise);
    case 'list':
    case 'object':
      return false;
    case 'call': {
      const result = builtinFunction(e.name)?.result ?? 'any';
      return result === 'boolean' || result === 'any';
    }
    default:
      return assertNever(e);
  }
}
