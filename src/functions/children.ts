import { failure, isObject, type Json, ok, type Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { EffectId, Invocation, Program, Reply, Run, World } from '../simulator/index.ts';
import { simulate } from '../simulator/index.ts';
import { callOf, isFlowStart } from './call.ts';
import { messages } from './messages.ts';
import { requestIdOf } from './mock/request-id.ts';
import type { Prepared } from './prepare.ts';
import { refused } from './prepare.ts';
import { parameter, textParameter } from './request/body.ts';
import { buildOperationRequest, flowNameOf } from './request/operation.ts';
import type { CloudSettings } from './settings.ts';
import { immediately } from './wire.ts';
import type { WorldOptions } from './world-options.ts';

/** How far down a flow runs below the one that was started by hand, and the budget all of them share. */
export interface Lineage {
  readonly depth: number;
  readonly started: { count: number };
}
const maxDepth = 8;
const maxStarted = 1_000;

export interface ChildrenOptions extends Pick<WorldOptions, 'answers' | 'children'> {
  readonly settings: CloudSettings;
  readonly lineage: Lineage;
  readonly count: (key: string) => void;
  readonly worldAt: (startTime: number, lineage: Lineage) => World;
}

/**
 * `FNF:StartExecution` of a flow of the same workspace runs that flow, in the same world and from the same moment of
 * virtual time; a card set for the call wins over it. The child's calls take their answers when it starts.
 */
export function createChildren(options: ChildrenOptions): (i: Invocation, effect: EffectId) => Prepared | undefined {
  const finished = new Map<string, { readonly run: Run; readonly startedAt: number }>();
  return (invocation, effect) => {
    if (!options.children || !isFlowStart(invocation.action)) return undefined;
    const flowName = flowNameOf(parameter(invocation, 'resourceArn'));
    const program = options.children(flowName);
    if (!program || options.answers.peek(callOf(invocation))) return undefined;
    options.count(invocation.action);
    const input = parameter(invocation, 'input') ?? {};
    if (!isObject(input)) return refused({ code: 'FNF.InvalidArgument', detail: messages.childRefused(flowName) });
    const { depth, started } = options.lineage;
    if (depth >= maxDepth || started.count >= maxStarted) {
      return refused({ code: 'FNF.InternalServerError', detail: messages.childTooDeep(flowName) });
    }
    const name = textParameter(invocation, 'executionName') ?? `${invocation.executionName}-${effect}`;
    const key = JSON.stringify([flowName, name]);
    const earlier = finished.get(key);
    if (earlier && hasEnded(earlier, invocation.at)) {
      return refused({ code: 'FNF.ExecutionAlreadyExists', detail: messages.childNameUsed(name) });
    }
    started.count += earlier ? 0 : 1;
    const child = earlier ?? {
      run: runChild(options, program, name, input, invocation, effect),
      startedAt: invocation.at,
    };
    finished.set(key, child);
    return answered(options.settings, invocation, flowName, name, child);
  };
}

type Child = { readonly run: Run; readonly startedAt: number };
const isOver = (run: Run): boolean => run.machine.status !== 'Running' && run.machine.status !== 'Idle';
const endOf = ({ run, startedAt }: Child): number => startedAt + run.virtualMs;
const hasEnded = (child: Child, at: number): boolean => isOver(child.run) && endOf(child) < at;

function runChild(
  options: ChildrenOptions,
  program: Program,
  executionName: string,
  input: Json,
  invocation: Invocation,
  effect: EffectId,
): Run {
  const startTime = options.settings.startTime + invocation.at;
  const lineage = { ...options.lineage, depth: options.lineage.depth + 1 };
  const seed = (options.lineage.depth + 1) * 7919 + effect;
  return simulate(
    program,
    { executionName, mode: 'Standard', seed, startTime },
    input,
    options.worldAt(startTime, lineage),
  );
}

function answered(
  settings: CloudSettings,
  invocation: Invocation,
  flowName: string,
  name: string,
  child: Child,
): Prepared {
  const requestId = requestIdOf(settings.startTime + invocation.at, `${flowName}/${name}`);
  const accepted = { FlowName: flowName, ExecutionName: name, RequestID: requestId };
  return {
    kind: 'call',
    call: buildOperationRequest(invocation, settings),
    respond: () => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ FlowName: flowName, Name: name, Status: 'Running', RequestId: requestId }),
      beyond: immediately,
    }),
    read: () => ({ outcome: ok(accepted), latencyMs: 0, later: laterOf(invocation, child) }),
  };
}

/** The system reports when the child ends: its output unwrapped, or its error (decision U27). */
function laterOf(invocation: Invocation, child: Child): Reply['later'] {
  if (invocation.mode !== 'WaitForSystemCallback' || !isOver(child.run)) return undefined;
  return { by: 'system', afterMs: Math.max(0, endOf(child) - invocation.at), outcome: outcomeOf(child.run) };
}

function outcomeOf({ machine }: Run): Result<Json, FlowError> {
  if (machine.status === 'Succeeded') return ok(machine.output ?? {});
  const code = machine.status === 'Failed' ? 'FnF.ExecutionFailed' : `FnF.Execution${machine.status}`;
  return failure(machine.error ?? { code, detail: messages.childEnded(machine.status) });
}
