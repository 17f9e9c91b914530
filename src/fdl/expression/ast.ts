import type { Json, Span } from '../../base/index.ts';

export type RootName = '$Input' | '$Output' | '$Context' | '$Global' | '$Item';
export type BinaryOperator =
  | '??'
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '=~'
  | '!~'
  | 'in'
  | '^'
  | '&'
  | '|'
  | '<<'
  | '>>'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**';

/** An FDL expression (reference sections 5 and 6). Spans are offsets in the expression's own text. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Json; readonly span: Span }
  | { readonly kind: 'root'; readonly name: RootName; readonly span: Span }
  /** A variable nobody knows, `$input` for example: a diagnostic, and an evaluation error when it is reached. */
  | { readonly kind: 'unknown-root'; readonly name: string; readonly span: Span }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: string; readonly span: Span }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression; readonly span: Span }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly Expression[];
      readonly span: Span;
    }
  /** Text that is no expression. `span` points at what is wrong. */
  | { readonly kind: 'broken'; readonly message: string; readonly span: Span };

/** An expression together with the text it was read from. */
export interface WrittenExpression {
  readonly text: string;
  readonly root: Expression;
  /** Where the YAML scalar is that holds it (same frame as the state's spans). */
  readonly span: Span;
  /** Offset of the expression's first character in that scalar's span: 1 inside quotes. Exact unless `escaped`. */
  readonly textAt: number;
  readonly escaped: boolean;
}

/** JSON in which every `key.$` entry is an expression; `InputConstructor`, `Parameters` and the like. */
export type Template =
  | { readonly kind: 'literal'; readonly value: Json; readonly span: Span }
  | { readonly kind: 'computed'; readonly expression: WrittenExpression; readonly span: Span }
  | { readonly kind: 'object'; readonly entries: readonly TemplateEntry[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Template[]; readonly span: Span };
export interface TemplateEntry {
  /** The resulting key: without `.$`. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Template;
}

/** What expressions can see. */
export interface DataScope {
  readonly input: Json;
  /** `undefined` where `$Output` does not exist (ruling: an evaluation error when read). */
  readonly output: Json | undefined;
  readonly context: Json;
  readonly global: Json;
  readonly item: Json | undefined;
}

/** An error of the running flow: what Retry and Catch match on. Data, never thrown. */
export interface FlowError {
  readonly code: string;
  readonly detail: string;
}
