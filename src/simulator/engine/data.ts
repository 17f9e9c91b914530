import type { Json, JsonObject, Result } from '../../base/index.ts';
import type { DataScope, FlowError } from '../../fdl/index.ts';
import type { Compute } from '../evaluation.ts';
import type { TaskToken } from '../messages.ts';
import type { Live, LiveThread } from './live.ts';

export const defaultRoleArn = 'acs:ram::123456789012:role/cloudflow-execution-role';

/** What `$Context` is made of (reference section 5.1). Absent parts are absent keys, which expressions read as null. */
export interface ContextParts {
  readonly execution: { readonly name: string; readonly input: Json };
  readonly roleArn: string;
  readonly name: string;
  readonly input: Json;
  readonly output: Json | undefined;
  readonly retries: number;
  readonly error: FlowError | undefined;
  readonly token: TaskToken | undefined;
}

export function buildContext(parts: ContextParts): JsonObject {
  const current: Record<string, Json> = { Name: parts.name, Input: parts.input };
  if (parts.output !== undefined) current['Output'] = parts.output;
  if (parts.error) current['Error'] = { Code: parts.error.code, Detail: parts.error.detail };
  current['RetryCount'] = parts.retries;
  if (parts.token !== undefined) current['TaskToken'] = parts.token;
  const execution = { Name: parts.execution.name, Input: parts.execution.input, RoleArn: parts.roleArn };
  return { Execution: execution, Current: current };
}

/** One scope, filled anew for every evaluation; `$Context` is built only when an expression reads it. */
export class StateData implements DataScope {
  input: Json = null;
  output: Json | undefined = undefined;
  global: JsonObject = noValues;
  item: Json | undefined = undefined;
  thread: LiveThread | undefined = undefined;
  token: TaskToken | undefined = undefined;
  readonly #roleArn: string;

  constructor(roleArn: string) {
    this.#roleArn = roleArn;
  }

  get context(): Json {
    const { thread, input, output, token } = this;
    if (!thread) return {};
    const { home: execution, state, retries, error } = thread;
    const { name } = state;
    return buildContext({ execution, roleArn: this.#roleArn, name, input, output, retries, error, token });
  }
}
const noValues: JsonObject = {};

/** Evaluates something of a thread's current state, with `$Output`, `$Item` and the token where they exist. */
export function evaluate(
  live: Live,
  thread: LiveThread,
  compute: Compute,
  output?: Json,
  token?: TaskToken,
  item?: Json,
): Result<Json, FlowError> {
  const { data } = live;
  data.input = thread.input;
  data.output = output;
  data.global = thread.home.global;
  data.item = item;
  data.thread = thread;
  data.token = token;
  return compute(data, live.env);
}
