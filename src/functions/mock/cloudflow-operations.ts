import { failure, type Json, type JsonObject, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { ExecutionRecord, Executions, StartRequest } from './executions.ts';
import {
  inForm,
  inQuery,
  integerWithin,
  isName,
  lengthWithin,
  objectText,
  Refused,
  refusals,
  required,
  type Rpc,
} from './rpc.ts';

type Operation = (rpc: Rpc, executions: Executions) => JsonObject | Refused;

/** The operations on offer, with what each needs and where it travels (cloud-apis B.2, B.4, B.5). */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['ReportTaskSucceeded', (rpc, executions) => report(rpc, executions, succeeded)],
  ['ReportTaskFailed', (rpc, executions) => report(rpc, executions, failed)],
  ['StartExecution', (rpc, executions) => start(rpc, executions, 'Standard')],
  ['StartSyncExecution', (rpc, executions) => start(rpc, executions, 'Express')],
  ['DescribeExecution', describe],
  ['ListExecutions', list],
  ['GetExecutionHistory', history],
  ['StopExecution', stop],
]);

/** The token stands in the address, never in the form; the outcome is checked before the token (ruling R2). */
function report(rpc: Rpc, executions: Executions, read: (rpc: Rpc) => Result<Json, FlowError> | Refused) {
  const token = required('TaskToken', inQuery(rpc, 'TaskToken'));
  if (token instanceof Refused) return token;
  const outcome = read(rpc);
  if (outcome instanceof Refused) return outcome;
  switch (executions.tokenState(token)) {
    case 'unknown':
      return refusals.invalid('TaskToken', 'no task has this token');
    case 'submitted':
      return refusals.taskState();
    case 'completed':
      return refusals.taskCompleted(token);
    case 'waiting':
      return { EventId: executions.report(token, outcome) };
  }
}

function succeeded(rpc: Rpc): Result<Json, FlowError> | Refused {
  const text = required('Output', inForm(rpc, 'Output'));
  const output = text instanceof Refused ? text : objectText('Output', text);
  return output instanceof Refused ? output : ok(output);
}

function failed(rpc: Rpc): Result<Json, FlowError> | Refused {
  const given = required('Error', inForm(rpc, 'Error'));
  const code = given instanceof Refused ? given : lengthWithin('Error', given, 128);
  if (code instanceof Refused) return code;
  const detail = optionalText(rpc, 'Cause', 4096);
  return detail instanceof Refused ? detail : failure({ code, detail });
}

function optionalText(rpc: Rpc, name: string, most: number): string | Refused {
  const text = inForm(rpc, name) ?? '';
  return text === '' ? '' : lengthWithin(name, text, most);
}

function start(rpc: Rpc, executions: Executions, mode: 'Standard' | 'Express'): JsonObject | Refused {
  const request = startRequest(rpc);
  if (request instanceof Refused) return request;
  const known = executions.modeOf(request.flowName);
  if (known === undefined) return refusals.noFlow(request.flowName);
  if (known !== mode) return refusals.wrongMode(known);
  if (mode === 'Express') return syncFields(executions.startSync(request));
  const earlier =
    request.executionName === undefined ? undefined : executions.find(request.flowName, request.executionName);
  // A name in use gives the running execution back; only an ended one is refused.
  if (earlier) return isOver(earlier) ? refusals.nameUsed(earlier.name) : fieldsOf(earlier);
  return fieldsOf(executions.start(request));
}

function startRequest(rpc: Rpc): StartRequest | Refused {
  const flowName = required('FlowName', inForm(rpc, 'FlowName'));
  if (flowName instanceof Refused) return flowName;
  const executionName = inForm(rpc, 'ExecutionName') || undefined;
  if (executionName !== undefined && !isName(executionName)) {
    return refusals.invalid('ExecutionName', 'it must begin with a letter or _ and hold letters, digits, _ and -');
  }
  const input = objectText('Input', inForm(rpc, 'Input') || '{}');
  if (input instanceof Refused) return input;
  return { flowName, executionName, input, callbackToken: inForm(rpc, 'CallbackFnFTaskToken') || undefined };
}

function describe(rpc: Rpc, executions: Executions): JsonObject | Refused {
  const wait = integerWithin('WaitTimeSeconds', inQuery(rpc, 'WaitTimeSeconds'), 0, 60, 0);
  if (wait instanceof Refused) return wait;
  const found = findExecution(rpc, executions, inQuery);
  return found instanceof Refused ? found : fieldsOf(found);
}

function list(rpc: Rpc, executions: Executions): JsonObject | Refused {
  const flowName = required('FlowName', inQuery(rpc, 'FlowName'));
  if (flowName instanceof Refused) return flowName;
  if (executions.modeOf(flowName) === undefined) return refusals.noFlow(flowName);
  const page = pageOf(rpc, executions.list(flowName), 100, (_, index) => index + 1);
  if (page instanceof Refused) return page;
  return { Executions: page.items.map(fieldsOf), ...page.next };
}

function history(rpc: Rpc, executions: Executions): JsonObject | Refused {
  const found = findExecution(rpc, executions, inQuery);
  if (found instanceof Refused) return found;
  const page = pageOf(rpc, executions.history(found.flowName, found.name), 1000, (event) => event.EventId);
  return page instanceof Refused ? page : { Events: page.items.map((event) => ({ ...event })), ...page.next };
}

/** `NextToken` is the number of the last item given; it is absent on the last page. */
function pageOf<T>(rpc: Rpc, items: readonly T[], most: number, numberOf: (item: T, index: number) => number) {
  const limit = integerWithin('Limit', inQuery(rpc, 'Limit'), 1, most, 60);
  if (limit instanceof Refused) return limit;
  const after = integerWithin('NextToken', inQuery(rpc, 'NextToken'), 0, 999_999_999, 0);
  if (after instanceof Refused) return after;
  const left = items.map((item, index) => ({ item, number: numberOf(item, index) })).filter((i) => i.number > after);
  const given = left.slice(0, limit);
  const last = left.length > limit ? given.at(-1) : undefined;
  return { items: given.map((i) => i.item), next: last ? { NextToken: String(last.number) } : {} };
}

function stop(rpc: Rpc, executions: Executions): JsonObject | Refused {
  const found = findExecution(rpc, executions, inForm);
  if (found instanceof Refused) return found;
  const error = optionalText(rpc, 'Error', 128);
  if (error instanceof Refused) return error;
  const cause = optionalText(rpc, 'Cause', 4096);
  if (cause instanceof Refused) return cause;
  if (isOver(found)) return refusals.ended(found.name);
  const stopped = executions.stop(found.flowName, found.name, error, cause);
  return stopped ? fieldsOf(stopped) : refusals.noExecution(found.flowName, found.name);
}

function findExecution(rpc: Rpc, executions: Executions, read: typeof inForm): ExecutionRecord | Refused {
  const flowName = required('FlowName', read(rpc, 'FlowName'));
  if (flowName instanceof Refused) return flowName;
  const name = required('ExecutionName', read(rpc, 'ExecutionName'));
  if (name instanceof Refused) return name;
  if (executions.modeOf(flowName) === undefined) return refusals.noFlow(flowName);
  return executions.find(flowName, name) ?? refusals.noExecution(flowName, name);
}

const isOver = (record: ExecutionRecord): boolean => record.status !== 'Starting' && record.status !== 'Running';
const timeText = (epochMs: number | undefined): string =>
  epochMs === undefined ? '' : new Date(epochMs).toISOString();
const jsonText = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value));

/** Input and output are JSON texts, never nested values. */
function fieldsOf(record: ExecutionRecord): JsonObject {
  return {
    FlowName: record.flowName,
    Name: record.name,
    FlowDefinition: record.definition,
    Input: jsonText(record.input),
    Output: jsonText(record.output),
    Status: record.status,
    StartedTime: timeText(record.startedTime),
    StoppedTime: timeText(record.stoppedTime),
  };
}

function syncFields(record: ExecutionRecord): JsonObject {
  return {
    FlowName: record.flowName,
    Name: record.name,
    Status: record.status,
    ErrorCode: record.error?.code ?? '',
    ErrorMessage: record.error?.detail ?? '',
    Output: jsonText(record.output),
    StartedTime: timeText(record.startedTime),
    StoppedTime: timeText(record.stoppedTime),
  };
}
