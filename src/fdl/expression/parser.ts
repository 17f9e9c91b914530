import type { BinaryOperator, Expression, RootName } from './ast.ts';
import type { Token } from './lexer.ts';
import { messages } from './messages.ts';
import { prefetchPatterns } from './pattern.ts';
import { SyntaxProblem, TokenCursor, wordOperators } from './token-cursor.ts';

/** Longer texts are refused unread: no hand-written expression comes near. */
const longest = 100_000;
/** Levels of brackets, prefixes and calls the parser follows; each costs a few stack frames. */
const deepest = 200;
/** Height of the tree, chains of operators included: evaluation walks it recursively. */
const highest = 1_000;
const rememberedTexts = 4_000;
const rememberedLength = 2_000;

/** Binding strength, loosest first, all left-associative (reference section 6.3). `? :` is looser than all of them. */
const strength: ReadonlyMap<string, number> = new Map(
  [
    ['??'],
    ['||'],
    ['&&'],
    ['==', '!=', '<', '<=', '>', '>=', '=~', '!~', 'in'],
    ['^', '&', '|'],
    ['<<', '>>'],
    ['+', '-'],
    ['*', '/', '%'],
    ['**'],
  ].flatMap((operators, i) => operators.map((operator) => [operator, i + 1] as const)),
);
const roots: readonly string[] = ['$Input', '$Output', '$Context', '$Global', '$Item'] satisfies RootName[];
/** `null` and `nil` are accepted although undocumented (decision U21). */
const constants: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nil', null],
]);
/** Text that may need the engine for regular expressions, which a browser has to fetch first. */
const patternUse = /=~|!~|regexMatchString/;
const remembered = new Map<string, Expression>();

/** Reads an expression. Text that is none becomes one `broken` node which says where and why. Never throws. */
export function parseExpression(text: string): Expression {
  const known = remembered.get(text);
  if (known) return known;
  const expression = parseFresh(text);
  if (text.length <= rememberedLength) {
    if (remembered.size >= rememberedTexts) remembered.clear();
    remembered.set(text, expression);
  }
  return expression;
}

function parseFresh(text: string): Expression {
  if (text.length > longest) return broken(messages.tooLong(longest), 0, text.length);
  try {
    if (patternUse.test(text)) prefetchPatterns();
    return new Parser(text).whole();
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return broken(problem.message, problem.from, problem.to);
    throw problem;
  }
}

const broken = (message: string, from: number, to: number): Expression => ({
  kind: 'broken',
  message,
  span: { from, to },
});

/** One run over one token list; a class because position and depth change at every step. */
class Parser extends TokenCursor {
  #depth = 0;
  /** Heights of finished nodes, so that a chain of operators is measured as it grows. */
  readonly #heights = new Map<Expression, number>();

  whole(): Expression {
    if (this.peek().kind === 'end') this.fail(messages.empty);
    const expression = this.#expression();
    const rest = this.peek();
    if (rest.kind !== 'end') this.fail(this.cannotFollow(rest), rest);
    return expression;
  }

  #expression(): Expression {
    if (this.#depth >= deepest) this.fail(messages.tooDeep(deepest));
    this.#depth += 1;
    const test = this.#chain(1);
    const expression = this.is('?') ? this.#conditional(test) : test;
    this.#depth -= 1;
    return expression;
  }

  #conditional(test: Expression): Expression {
    this.next();
    const then = this.#expression();
    const open = this.peek();
    // As in the engine behind the service, `a ? b` at the very end means `a ? b : null`.
    if (open.kind === 'end') {
      const nothing: Expression = { kind: 'literal', value: null, span: { from: open.from, to: open.from } };
      return this.#node({ kind: 'conditional', test, then, otherwise: nothing, span: join(test, then) }, test, then);
    }
    this.expect(':');
    const otherwise = this.#expression();
    return this.#node(
      { kind: 'conditional', test, then, otherwise, span: join(test, otherwise) },
      test,
      then,
      otherwise,
    );
  }

  /** Operators at least as strong as `least`. Iterative to the left, so a long chain costs no stack here. */
  #chain(least: number): Expression {
    let left = this.#operand();
    for (;;) {
      const token = this.peek();
      const operator = token.kind === 'symbol' || token.kind === 'name' ? token.text : '';
      const power = strength.get(operator) ?? 0;
      if (power < least) return left;
      this.next();
      const right = this.#chain(power + 1);
      const span = join(left, right);
      left = this.#node({ kind: 'binary', operator: operator as BinaryOperator, left, right, span }, left, right);
    }
  }

  #operand(): Expression {
    const token = this.peek();
    if (token.kind === 'symbol' && (token.text === '!' || token.text === '-')) return this.#prefix(token.text, token);
    const value = this.#value(token);
    const after = this.peek();
    if (after.kind === 'symbol' && after.from < this.text.length) {
      if (after.text === '.' || after.text === '[') this.fail(messages.pathOnValue, after);
    }
    return value;
  }

  #prefix(operator: '!' | '-', token: Token): Expression {
    if (this.#depth >= deepest) this.fail(messages.tooDeep(deepest), token);
    this.#depth += 1;
    this.next();
    const operand = this.#operand();
    this.#depth -= 1;
    return this.#node({ kind: 'unary', operator, operand, span: { from: token.from, to: operand.span.to } }, operand);
  }

  #value(token: Token): Expression {
    if (token.kind === 'number' || token.kind === 'string') {
      this.next();
      return { kind: 'literal', value: token.value, span: { from: token.from, to: token.to } };
    }
    if (token.kind === 'root') return this.#path(token.text, token);
    if (token.kind === 'name') return this.#word(token.text, token);
    if (token.kind === 'symbol') {
      if (token.text === '(') return this.#parenthesis();
      if (token.text === '[') return this.#list(token);
      if (token.text === '{') return this.#object(token);
    }
    return this.fail(messages.expectedValue(this.show(token)), token);
  }

  #word(name: string, token: Token): Expression {
    const constant = constants.get(name);
    if (constant !== undefined) {
      this.next();
      return { kind: 'literal', value: constant, span: { from: token.from, to: token.to } };
    }
    const after = this.ahead();
    if (after?.kind === 'symbol' && after.text === '(') return this.#call(name, token);
    const symbol = wordOperators.get(name);
    if (symbol !== undefined && after?.kind !== 'end') this.fail(messages.wordOperator(name, symbol), token);
    return this.#path(name, token);
  }

  #call(name: string, token: Token): Expression {
    this.next();
    this.next();
    const args: Expression[] = [];
    while (!this.is(')')) {
      args.push(this.#expression());
      if (this.is(')')) break;
      this.expect(',', messages.expected('"," or ")"', this.show(this.peek())));
      if (this.is(')')) this.fail(messages.expectedValue(this.show(this.peek())));
    }
    const close = this.next();
    const span = { from: token.from, to: close.to };
    return this.#node({ kind: 'call', name, nameSpan: { from: token.from, to: token.to }, args, span }, ...args);
  }

  /** A variable with `.name`, `["key"]` and `[0]` behind it. */
  #path(name: string, token: Token): Expression {
    this.next();
    const span = { from: token.from, to: token.to };
    let path: Expression = roots.includes(name)
      ? { kind: 'root', name: name as RootName, span }
      : { kind: 'unknown-root', name, span };
    for (;;) {
      if (this.is('.')) path = this.#member(path);
      else if (this.is('[')) path = this.#index(path);
      else if (this.is('(')) {
        const text = this.text.slice(path.span.from, path.span.to);
        return this.fail(messages.callOnPath(text), this.peek());
      } else return path;
    }
  }

  #member(of: Expression): Expression {
    this.next();
    const token = this.peek();
    if (token.kind === 'symbol' && token.text === '*') this.fail(messages.slice, token);
    if (token.kind !== 'name') return this.fail(messages.expectedName(this.show(token)), token);
    this.next();
    return this.#node({ kind: 'member', of, key: token.text, span: { from: of.span.from, to: token.to } }, of);
  }

  #index(of: Expression): Expression {
    this.next();
    const open = this.peek();
    if (open.kind === 'symbol' && ['*', ':', '?'].includes(open.text)) this.fail(messages.slice, open);
    const after = this.ahead();
    if (open.kind === 'symbol' && open.text === '-' && after?.kind === 'number')
      this.fail(messages.negativeIndex, open);
    const at = this.#expression();
    const close = this.peek();
    if (close.kind === 'symbol' && close.text === ':') this.fail(messages.slice, close);
    this.expect(']');
    return this.#node({ kind: 'index', of, at, span: { from: of.span.from, to: close.to } }, of, at);
  }

  #parenthesis(): Expression {
    this.next();
    const inner = this.#expression();
    this.expect(')');
    return inner;
  }

  #list(token: Token): Expression {
    this.next();
    const items: Expression[] = [];
    while (!this.is(']')) {
      items.push(this.#expression());
      if (!this.is(']')) this.expect(',', messages.expected('"," or "]"', this.show(this.peek())));
    }
    const close = this.next();
    return this.#node({ kind: 'list', items, span: { from: token.from, to: close.to } }, ...items);
  }

  #object(token: Token): Expression {
    this.next();
    const entries: { readonly key: Expression; readonly value: Expression }[] = [];
    while (!this.is('}')) {
      const key = this.#expression();
      if (key.kind === 'unknown-root') this.fail(messages.keyNeedsQuotes(key.name), key.span);
      this.expect(':');
      entries.push({ key, value: this.#expression() });
      if (!this.is('}')) this.expect(',', messages.expected('"," or "}"', this.show(this.peek())));
    }
    const close = this.next();
    const children = entries.flatMap((entry) => [entry.key, entry.value]);
    return this.#node({ kind: 'object', entries, span: { from: token.from, to: close.to } }, ...children);
  }

  #node(expression: Expression, ...children: readonly Expression[]): Expression {
    let height = 0;
    for (const child of children) height = Math.max(height, this.#heights.get(child) ?? 0);
    if (height >= highest) this.fail(messages.tooDeep(highest), expression.span);
    this.#heights.set(expression, height + 1);
    return expression;
  }
}

function join(left: Expression, right: Expression): { readonly from: number; readonly to: number } {
  return { from: left.span.from, to: right.span.to };
}
