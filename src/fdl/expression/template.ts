import { assertNever, type Json, ok, type Result, setOwn } from '../../base/index.ts';
import type { DataScope, FlowError, Template } from './ast.ts';
import { type Compiled, compileExpression } from './compile.ts';
import { createEvalEnv, type EvalEnv } from './environment.ts';
import { run } from './evaluate.ts';

/** A template as a function. One without expressions gives the same frozen value each time. */
export type CompiledTemplate = (data: DataScope, env: EvalEnv) => Result<Json, FlowError>;

/** A piece of a template: a value known from the start, or one to compute. */
type Piece =
  { readonly constant: true; readonly value: Json } | { readonly constant: false; readonly compute: Compiled };

const compiledAlready = new WeakMap<Template, CompiledTemplate>();

/** Compiles a template (reference section 5.2) once; asking again for the same object gives the same function. */
export function compileTemplate(template: Template): CompiledTemplate {
  const known = compiledAlready.get(template);
  if (known) return known;
  const piece = compilePiece(template);
  const fresh = piece.constant ? constantly(piece.value) : computed(piece.compute);
  compiledAlready.set(template, fresh);
  return fresh;
}

function constantly(value: Json): CompiledTemplate {
  const result = ok(value);
  return () => result;
}

const computed =
  (compute: Compiled): CompiledTemplate =>
  (data, env) =>
    run(compute, data, env);

function compilePiece(template: Template): Piece {
  switch (template.kind) {
    case 'literal':
      return { constant: true, value: frozen(template.value) };
    case 'computed':
      return { constant: false, compute: compileExpression(template.expression.root) };
    case 'list':
      return compileList(template.items.map(compilePiece));
    case 'object':
      return compileObject(template.entries.map((entry) => ({ key: entry.key, piece: compilePiece(entry.value) })));
    default:
      return assertNever(template);
  }
}

function compileList(pieces: readonly Piece[]): Piece {
  const build: Compiled = (data, env) =>
    pieces.map((piece) => (piece.constant ? piece.value : piece.compute(data, env)));
  return settle(pieces, build);
}

function compileObject(entries: readonly { readonly key: string; readonly piece: Piece }[]): Piece {
  const build: Compiled = (data, env) => {
    const object: Record<string, Json> = {};
    for (const { key, piece } of entries) setOwn(object, key, piece.constant ? piece.value : piece.compute(data, env));
    return object;
  };
  return settle(
    entries.map((entry) => entry.piece),
    build,
  );
}

/** Something made of constants only is built once, here. */
function settle(pieces: readonly Piece[], build: Compiled): Piece {
  if (!pieces.every((piece) => piece.constant)) return { constant: false, compute: build };
  const nothing: DataScope = { input: null, output: undefined, context: null, global: null, item: undefined };
  return { constant: true, value: Object.freeze(build(nothing, createEvalEnv())) };
}

function frozen(value: Json): Json {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
