import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../base/index.ts';
import { checkFlow } from '../check/check-flow.ts';
import { type StateType, stateTypes } from '../model.ts';
import { readSource } from '../syntax/read-source.ts';
import { knownActions, modesOf } from './actions.ts';
import { isContextPath } from './context.ts';
import { knownErrors } from './errors.ts';
import { builtinFunction, builtinFunctions } from './functions.ts';
import { language } from './states.ts';

const keysOf = (type: StateType, needed: boolean): readonly string[] =>
  language.states[type].fields.filter((field) => field.required === needed).map((field) => field.key);

describe('the language table', () => {
  test('asks of each type what the reference asks', () => {
    const required = Object.fromEntries(stateTypes.map((type) => [type, keysOf(type, true).slice(2)]));
    expect(required).toEqual({
      Task: ['Action'],
      Choice: ['Branches', 'Default'],
      Pass: [],
      Wait: ['Seconds'],
      Parallel: ['Branches'],
      Map: ['ItemsPath', 'Processor'],
      Succeed: [],
      Fail: [],
    });
  });

  test('gives transitions, retries and constructors only to the types that have them', () => {
    const having = (key: string): readonly string[] =>
      stateTypes.filter((type) => language.states[type].fields.some((field) => field.key === key));
    expect(having('Next')).toEqual(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);
    expect(having('Retry')).toEqual(['Task', 'Parallel', 'Map']);
    expect(having('OutputConstructor')).not.toContain('Choice');
    expect(having('Timeout')).toEqual(['Task']);
  });

  test.each(stateTypes)('a new %s is free of errors once it has a name and leads somewhere', (type) => {
    const { template, ends } = language.states[type];
    const choice: JsonObject = { Branches: [{ Condition: '$Input.value == true', Next: 'Z' }], Default: 'Z' };
    const way: JsonObject = ends === 'may' ? { Next: 'Z' } : ends === 'never' ? choice : {};
    const states = [
      { Name: 'A', Type: type, ...template, ...way },
      { Name: 'Z', Type: 'Succeed' },
    ];
    const flow = { Type: 'StateMachine', Name: 'n', SpecVersion: 'v1', StartAt: 'A', States: states };
    const errors = checkFlow(readSource(JSON.stringify(flow))).filter((d) => d.severity === 'error');
    expect(errors).toEqual([]);
  });

  test('explains every field in one line and says where it comes from', () => {
    const fields = [...language.flow, ...stateTypes.flatMap((type) => language.states[type].fields)];
    for (const { about, source } of fields) {
      expect(about).toMatch(/^\S[^\n]{10,140}\.$/);
      expect(source).toMatch(/^\d/);
    }
  });
});

test('functions are found by their exact name and say how many arguments they take', () => {
  expect(builtinFunction('format')).toMatchObject({ least: 1, most: Infinity, result: 'text' });
  expect(builtinFunction('uuid')).toMatchObject({ least: 0, most: 0 });
  expect(builtinFunction('toString')).toBeUndefined();
  expect(builtinFunctions).toHaveLength(20);
});

test('errors that only this simulator has are marked', () => {
  expect(knownErrors.find(({ code }) => code === 'FnF.ExpressionError')?.inventedHere).toBe(true);
  expect(knownErrors.find(({ code }) => code === 'FC.ResourceThrottled')?.inventedHere).toBeUndefined();
});

test('services have their modes, operations of any other service the first one', () => {
  expect(modesOf('FC')).toHaveLength(3);
  expect(modesOf('HTTP')).toEqual(['RequestComplete', 'WaitForCustomCallback']);
  expect(modesOf('ECS')).toEqual(['RequestComplete']);
  expect(knownActions.map(({ action }) => action)).toContain('FNF:StartExecution');
});

test('the context tree is closed except where it holds data', () => {
  expect(isContextPath(['Current', 'TaskToken'])).toBe(true);
  expect(isContextPath(['Execution', 'Input', 'any', 'thing'])).toBe(true);
  expect(isContextPath(['Current', 'Token'])).toBe(false);
  expect(isContextPath([])).toBe(true);
});
