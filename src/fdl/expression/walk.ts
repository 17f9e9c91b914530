import { assertNever } from '../../base/index.ts';
import type { Expression, RootName } from './ast.ts';

const none: readonly Expression[] = [];

/** The parts an expression is made of, from left to right. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'literal':
    case 'root':
    case 'unknown-root':
    case 'broken':
      return none;
    case 'member':
      return [e.of];
    case 'index':
      return [e.of, e.at];
    case 'unary':
      return [e.operand];
    case 'binary':
      return [e.left, e.right];
    case 'conditional':
      return [e.test, e.then, e.otherwise];
    case 'list':
      return e.items;
    case 'object':
      return e.entries.flatMap((entry) => [entry.key, entry.value]);
    case 'call':
      return e.args;
    default:
      return assertNever(e);
  }
}

/** Visits an expression and everything in it, outside first, left to right. */
export function walkExpression(expression: Expression, visit: (part: Expression) => void): void {
  const open = [expression];
  for (let part = open.pop(); part; part = open.pop()) {
    visit(part);
    open.push(...partsOf(part).toReversed());
  }
}

/** How deep function calls are nested in one another: `length(split(a, b))` has 2 (rule C15 allows 10). */
export function nestingDepth(expression: Expression): number {
  const inside = partsOf(expression).reduce((most, part) => Math.max(most, nestingDepth(part)), 0);
  return expression.kind === 'call' ? inside + 1 : inside;
}

/** A variable with the keys and positions written behind it, as far as they are constant. */
export interface DataPath {
  readonly root: RootName;
  readonly keys: readonly (string | number)[];
}

/** Every path an expression reads, each as long as it is written; `$Input.a[$Input.i]` gives `a` and `i`. */
export function pathsUsed(expression: Expression): readonly DataPath[] {
  const paths: DataPath[] = [];
  const collect = (part: Expression): void => {
    const path = pathOf(part);
    if (path) paths.push(path);
    else partsOf(part).forEach(collect);
  };
  collect(expression);
  return paths;
}

/** The constant path an expression is; `undefined` when it is anything else. */
export function pathOf(expression: Expression): DataPath | undefined {
  const keys: (string | number)[] = [];
  let part = expression;
  for (;;) {
    if (part.kind === 'root') return { root: part.name, keys: keys.reverse() };
    const key = constantKey(part);
    if (key === undefined || (part.kind !== 'member' && part.kind !== 'index')) return undefined;
    keys.push(key);
    part = part.of;
  }
}

function constantKey(part: Expression): string | number | undefined {
  if (part.kind === 'member') return part.key;
  if (part.kind !== 'index' || part.at.kind !== 'literal') return undefined;
  const value = part.at.value;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
