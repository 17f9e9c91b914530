import { isObject, type Json, type JsonObject } from '../base/index.ts';
import { allStates, type Flow, type Source, type TaskState, type Template } from '../fdl/index.ts';
import type { ExportFile } from './export-file.ts';
import { messages } from './messages.ts';
import { grantFor } from './ram-grants.ts';

/** Actions a role may do on some resources. */
interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/**
 * Policies for the flow's role (cloud-apis, C.6): what its Tasks need, who may take the role, and, where a worker
 * reports callbacks, what that worker's own role needs.
 */
export function ramPolicyFiles(source: Source): readonly ExportFile[] {
  const { statements, notes } = statementsFor(source.flow);
  const files: ExportFile[] = [
    {
      name: 'policy.json',
      mediaType: 'application/json',
      content: print({ Version: '1', Statement: statements }),
      notes,
    },
    { name: 'trust-policy.json', mediaType: 'application/json', content: print(trustPolicy) },
  ];
  if (tasksOf(source.flow).some((task) => task.taskMode?.value === 'WaitForCustomCallback')) {
    files.push({ name: 'worker-policy.json', mediaType: 'application/json', content: print(workerPolicy) });
  }
  return files;
}

const trustPolicy = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['fnf.aliyuncs.com'] } }],
};
const workerPolicy = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: ['fnf:ReportTaskSucceeded', 'fnf:ReportTaskFailed'], Resource: ['*'] }],
};

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const tasksOf = (flow: Flow): readonly TaskState[] => allStates(flow).filter((state) => state.type === 'Task');

/** One statement per set of actions, resources collected and sorted, so that a small change makes a small difference. */
function statementsFor(flow: Flow): { statements: readonly Statement[]; notes: readonly string[] } {
  const resources = new Map<string, Set<string>>();
  const notes: string[] = [];
  for (const task of tasksOf(flow)) {
    const action = task.action?.value ?? '';
    const grant = grantFor(
      action,
      task.taskMode?.value,
      literalParameters(task.parameters),
      isComputed(task.parameters),
    );
    if (grant.note) notes.push(messages[grant.note](task.name.value, action));
    if (grant.actions.length === 0) continue;
    const key = grant.actions.join(' ');
    const known = resources.get(key) ?? new Set<string>();
    for (const resource of grant.resources) known.add(resource);
    resources.set(key, known);
  }
  const statements = [...resources].map(([actions, found]): Statement => {
    return { Effect: 'Allow', Action: actions.split(' '), Resource: found.has('*') ? ['*'] : [...found].sort() };
  });
  return { statements, notes };
}

/** The parameters that are written out; computed ones are left out. */
function literalParameters(template: Template | undefined): JsonObject {
  if (template?.kind === 'literal') return isObject(template.value) ? template.value : {};
  if (template?.kind !== 'object') return {};
  const literals = template.entries.flatMap(({ key, value }): [string, Json][] => {
    return value.kind === 'literal' ? [[key, value.value]] : [];
  });
  return Object.fromEntries(literals);
}

/** True when the resource is an expression: what it will be is known only at run time. */
function isComputed(template: Template | undefined): boolean {
  if (template?.kind !== 'object') return false;
  return template.entries.some(({ key, value }) => key === 'resourceArn' && value.kind === 'computed');
}
