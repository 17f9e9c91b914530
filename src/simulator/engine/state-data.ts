import type { Json, JsonObject } from '../../base/index.ts';
import type { DataScope, FlowError, StateId } from '../../fdl/index.ts';
import type { TaskToken } from '../messages.ts';

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

/** Of a thread, what `$Context` tells, and where it stands. */
interface ThreadOfContext {
  readonly at: StateId;
  readonly home: Pick<ContextParts['execution'], 'name' | 'input'>;
  readonly state: { readonly name: string };
  readonly retries: number;
  readonly error: FlowError | undefined;
}

/** One scope, filled anew for every evaluation; `$Context` is built only when an expression reads it. */
export class StateData implements DataScope {
  input: Json = null;
  output: Json | undefined = undefined;
  global: JsonObject = noValues;
  item: Json | undefined = undefined;
  thread: ThreadOfContext | undefined = undefined;
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
