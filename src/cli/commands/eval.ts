import { failure, isObject, type Json, ok, ownValue, type Result } from '../../base/index.ts';
import { type DataScope, evaluate, type FlowError, parseExpression, patternsReady } from '../../fdl/index.ts';
import { jsonOption, readJson } from '../data.ts';
import type { Command, ExitCode, Io, ParsedArgs } from '../io.ts';
import { messages } from '../messages.ts';
import { misuse } from '../usage.ts';

/** What an expression is evaluated against; absent data has the defaults of ruling R45. */
interface Data {
  readonly input: Json | undefined;
  readonly output: Json | undefined;
  readonly context: Json | undefined;
  readonly global: Json | undefined;
}
interface Request extends Data {
  readonly expr: string;
}

/** `fdl eval`: one expression, or a line of JSON in and out for each. */
export const evaluateCommand: Command = async (args, io) => {
  const [expr = ''] = args.positionals;
  const data = dataOf(args, io);
  if (!data.ok) return misuse(io, data.error, 'eval');
  return expr === '-' ? evaluateLines(data.value, io) : print(await evaluateRequest({ expr, ...data.value }), io);
};

function dataOf(args: ParsedArgs, io: Io): Result<Data, string> {
  const input = jsonOption(args, 'input', io);
  if (!input.ok) return input;
  const output = jsonOption(args, 'output', io);
  if (!output.ok) return output;
  const context = jsonOption(args, 'context', io);
  if (!context.ok) return context;
  const global = jsonOption(args, 'global', io);
  if (!global.ok) return global;
  return ok({ input: input.value, output: output.value, context: context.value, global: global.value });
}

/** What a line does not give is what the command line gave. */
async function evaluateLines(defaults: Data, io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for await (const line of io.lines()) {
    if (line.trim() === '') continue;
    const request = readRequest(line, defaults);
    if (print(request.ok ? await evaluateRequest(request.value) : request, io) === 1) exit = 1;
  }
  return exit;
}

function print(result: Result<Json, FlowError>, io: Io): 0 | 1 {
  io.out(`${JSON.stringify(result.ok ? { value: result.value } : { error: result.error })}\n`);
  return result.ok ? 0 : 1;
}

/** Keys nobody knows are left alone: a program may number its lines. */
function readRequest(line: string, defaults: Data): Result<Request, FlowError> {
  const bad = (detail: string): Result<Request, FlowError> => failure({ code: 'InvalidArgument', detail });
  const json = readJson(line);
  if (!json.ok) return bad(messages.eval.badLine(json.error));
  const given = json.value;
  const expr = isObject(given) ? ownValue(given, 'expr') : undefined;
  if (!isObject(given) || typeof expr !== 'string') return bad(messages.eval.notRequest);
  const value = (key: keyof Data): Json | undefined => (Object.hasOwn(given, key) ? given[key] : defaults[key]);
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
