import { expect, test } from 'vitest';
import { isYamlReady, readSource } from '../../fdl/index.ts';
import { firstFlow } from './first-flow.ts';

test('the example of a first visit is drawn without the YAML library', () => {
  const { problems, flow } = readSource(firstFlow.text);
  expect(problems).toEqual([]);
  expect(flow.states.length).toBeGreaterThan(3);
  expect(isYamlReady()).toBe(false);
  readSource('&a {Type: Pass}');
  expect(isYamlReady()).toBe(true);
});
