import { assertNever, isObject, type Json, ownValue } from '../base/index.ts';
import type { MapState, PassState, State, TaskState, Template } from '../fdl/index.ts';
import { messages } from './messages.ts';
import { shorten } from './shorten.ts';

const longest = 40;

/** What a state does, in a few words. */
export function subtitleOf(state: State): string {
  return shorten(describe(state), longest);
}

function describe(state: State): string {
  switch (state.type) {
    case 'Task':
      return ofTask(state);
    case 'Choice':
      return messages.conditions(state.branches.length);
    case 'Pass':
      return ofPass(state);
    case 'Wait':
      return ofWait(state.seconds);
    case 'Parallel':
      return messages.branches(state.branches.length);
    case 'Map':
      return ofMap(state);
    case 'Succeed':
      return messages.succeeds;
    case 'Fail':
      return textOf(state.code) ?? messages.fails;
    case 'Unknown':
      if (!state.writtenType) return messages.noType;
      // A half-typed state that was never seen whole: its type is known, the rest is not.
      return state.stale ? messages.halfTyped(state.writtenType.value) : messages.unknownType(state.writtenType.value);
    default:
      return assertNever(state);
  }
}

function ofTask(state: TaskState): string {
  const action = state.action?.value;
  if (!action) return messages.noAction;
  if (!/^FC:/i.test(action)) return action;
  const arn = textUnder(state.parameters, 'resourceArn');
  return arn ? functionName(arn) : messages.noFunction;
}

/** `acs:fc:::services/s/functions/f` and `acs:fc:cn-hangzhou:1:functions/f` are both called `f`; else the tail. */
function functionName(arn: string): string {
  const named = /functions\/([^/]+)/.exec(arn)?.[1];
  return named ?? (arn.startsWith('$') ? arn : (arn.split(/[/:]/).findLast((part) => part !== '') ?? arn));
}

function ofPass(state: PassState): string {
  const shaped = state.inputConstructor ?? state.outputConstructor ?? state.globalConstructor;
  return shaped ? messages.shapes : messages.passes;
}

function ofWait(seconds: Template | undefined): string {
  const text = textOf(seconds);
  if (text === undefined) return messages.noSeconds;
  return seconds?.kind === 'computed' ? text : messages.seconds(text);
}

function ofMap(state: MapState): string {
  const items = state.itemsPath ? messages.eachOf(state.itemsPath.text) : messages.eachItem;
  return state.distributed ? messages.distributed(items) : items;
}

/** What is written under a key; a template without any expression is one literal. */
function textUnder(template: Template | undefined, key: string): string | undefined {
  if (template?.kind === 'object') return textOf(template.entries.find((e) => e.key === key)?.value);
  if (template?.kind !== 'literal' || !isObject(template.value)) return undefined;
  return textOfValue(ownValue(template.value, key));
}

/** A template as a person would say it: the value itself, or the expression that makes it. */
function textOf(template: Template | undefined): string | undefined {
  if (template?.kind === 'computed') return template.expression.text;
  return template?.kind === 'literal' ? textOfValue(template.value) : undefined;
}

function textOfValue(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
