import { failure, isObject, type Json, type JsonObject, ok, ownValue, type Result } from '../../base/index.ts';
import { type DataScope, evaluate, type FlowError, parseExpression, patternsReady } from '../../fdl/index.ts';
import { jsonOption, readJson } from '../data.ts';
import type { Command, ExitCode, Io } from '../io.ts';
import { messages } from '../messages.ts';
import { misuse } from '../usage.ts';

/** What an expression is evaluated against; absent data has the defaults of ruling R45. */
interface Request {
  readonly expr: string;
  readonly input: Json | undefined;
  readonly output: Json | undefined;
  readonly context: Json | undefined;
  readonly global: Json | undefined;
}
const keys = ['expr', 'input', 'output', 'context', 'global'] as const;

/** `fdl eval`: one expression, or a line of JSON in and out for each. */
export const evaluateCommand: Command = async (args, io) => {
  const [expr = ''] = args.positionals;
  if (expr === '-') return evaluateLines(io);
  const data: Record<string, Json | undefined> = {};
  for (const key of keys) {
    const value = key === 'expr' ? ok(expr) : jsonOption(args, key, io);
    if (!value.ok) return misuse(io, value.error, 'eval');
    data[key] = value.value;
  }
  return print(
    io,
    await evaluateRequest({
      expr,
      input: data['input'],
      output: data['output'],
      context: data['context'],
      global: data['global'],
    }),
  );
};

async function evaluateLines(io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for await (const line of io.lines()) {
    if (line.trim() === '') continue;
    const request = readRequest(line);
    if (print(io, request.ok ? await evaluateRequest(request.value) : request) === 1) exit = 1;
  }
  return exit;
}

function print(io: Io, result: Result<Json, FlowError>): 0 | 1 {
  io.out(`${JSON.stringify(result.ok ? { value: result.value } : { error: result.error })}\n`);
  return result.ok ? 0 : 1;
}

function readRequest(line: string): Result<Request, FlowError> {
  const bad = (detail: string): Result<Request, FlowError> => failure({ code: 'InvalidArgument', detail });
  const json = readJson(line);
  if (!json.ok) return bad(messages.eval.badLine(json.error));
  if (!isObject(json.value)) return bad(messages.eval.notRequest);
  const given: JsonObject = json.value;
  const expr = ownValue(given, 'expr');
  if (typeof expr !== 'string') return bad(messages.eval.notRequest);
  const unknown = Object.keys(given).find((key) => !keys.some((known) => known === key));
  if (unknown !== undefined) return bad(messages.eval.unknownKey(unknown, keys));
  const value = (key: string): Json | undefined => ownValue(given, key);
  return ok({
    expr,
    input: value('input'),
    output: value('output'),
    context: value('context'),
    global: value('global'),
  });
}

async function evaluateRequest(request: Request): Promise<Result<Json, FlowError>> {
  const expression = parseExpression(request.expr);
  await patternsReady();
  return evaluate(expression, scopeOf(request));
}

function scopeOf({ input = {}, output, context, global = {} }: Request): DataScope {
  const standIn = { Execution: { Name: 'eval', Input: input }, Current: { Name: 'eval', Input: input } };
  return { input, output, context: context ?? standIn, global, item: undefined };
}
