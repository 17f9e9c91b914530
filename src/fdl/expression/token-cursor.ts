import { type Token, tokenize } from './lexer.ts';
import { messages } from './messages.ts';

/** Thrown inside the parser only; becomes a `broken` node. */
export class SyntaxProblem extends Error {
  readonly from: number;
  readonly to: number;
  constructor(message: string, from: number, to: number) {
    super(message);
    this.from = from;
    this.to = to;
  }
}

/** Words other languages use for operators, and what to write here. */
export const wordOperators: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['eq', '=='],
  ['ne', '!='],
  ['is', '=='],
  ['contains', 'value in list, or arrayContains(list, value)'],
  ['matches', '=~, or regexMatchString(pattern, text)'],
]);

/** A place in a token list, and the words for what does not belong there. */
export class TokenCursor {
  protected readonly text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  protected peek(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? { kind: 'end', from: 0, to: 0 };
  }

  /** The token after the next one. */
  protected ahead(): Token | undefined {
    return this.#tokens[this.#at + 1];
  }

  protected next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  protected is(symbol: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === symbol;
  }

  protected expect(symbol: string, message?: string): void {
    if (!this.is(symbol)) this.fail(message ?? messages.expected(`"${symbol}"`, this.show(this.peek())));
    this.next();
  }

  protected show(token: Token): string {
    if (token.kind === 'end') return messages.endOfText;
    return `"${this.text.slice(token.from, Math.min(token.to, token.from + 30))}"`;
  }

  protected cannotFollow(token: Token): string {
    const symbol = token.kind === 'name' ? wordOperators.get(token.text) : undefined;
    if (token.kind === 'name' && symbol !== undefined) return messages.wordOperator(token.text, symbol);
    return messages.expectedEnd(this.show(token));
  }

  /** Text that is no token explains itself better than whatever was expected in its place. */
  protected fail(message: string, at: { readonly from: number; readonly to: number } = this.peek()): never {
    const token = this.peek();
    if (token.kind === 'bad') throw new SyntaxProblem(this.#badText(token), token.from, token.to);
    throw new SyntaxProblem(message, at.from, at.to);
  }

  #badText(token: Extract<Token, { kind: 'bad' }>): string {
    const before = this.#tokens[this.#at - 1];
    const path = this.text[token.from] === '.' && before?.to === token.from && before.kind !== 'number';
    if (path) return messages.indexInBrackets(this.text.slice(token.from + 1, token.to));
    const third = this.text[token.from] === '=' && before?.kind === 'symbol' && before.text === '==';
    return third && before.to === token.from ? messages.tripleEquals : token.message;
  }
}
