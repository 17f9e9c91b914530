import { describe, expect, test } from 'vitest';
import type { RunReport } from '../simulator/index.ts';
import { fdlJson } from '../testing/command.ts';

const parent = (name: string): string => `Type: StateMachine
Name: parent
SpecVersion: v1
StartAt: Start child
States:
- Name: Start child
  Type: Task
  Action: FNF:StartExecution
  TaskMode: WaitForSystemCallback
  Parameters: {resourceArn: 'acs:fnf:::flow/${name}', input: {n: 2}}
  End: true
`;
const child = `Type: StateMachine
Name: child
SpecVersion: v1
StartAt: Rest
States:
- {Name: Rest, Type: Wait, Seconds: 30, Next: Double}
- {Name: Double, Type: Pass, OutputConstructor: {twice.$: $Input.n * 2}, End: true}
`;
const run = async (files: Record<string, string>): Promise<RunReport> =>
  (await fdlJson<RunReport>(['run', 'flows/parent.yaml'], { files })).json;

describe('child flows on the command line are the flows beside the flow', () => {
  test.each(['child.fdl.yaml', 'child.yaml', 'child.yml', 'child.json'])('%s runs for real', async (file) => {
    const report = await run({ 'flows/parent.yaml': parent('child'), [`flows/${file}`]: child });
    expect(report).toMatchObject({ status: 'Succeeded', output: { twice: 4 }, virtualMs: 30_000 });
  });

  test('a scenario sees the same child', async () => {
    const scenario = 'flow: ./parent.yaml\nname: s\ninput: {}\nexpect: {output: {twice: 4}, virtualDuration: 30s}\n';
    const files = {
      'flows/parent.yaml': parent('child'),
      'flows/child.yaml': child,
      'flows/s.scenario.yaml': scenario,
    };
    const { json, exit } = await fdlJson<{ passed: number }>(['test', 'flows/s.scenario.yaml'], { files });
    expect([exit, json.passed]).toEqual([0, 1]);
  });

  test.each([
    ['is not there', { 'flows/other.yaml': child }, 'child'],
    ['is called otherwise', { 'flows/child.yaml': child.replace('Name: child', 'Name: kid') }, 'child'],
    ['has errors', { 'flows/child.yaml': child.replace('Next: Double', 'Next: Nowhere') }, 'child'],
    ['would be in another folder', { 'child.yaml': child }, '../child'],
  ])('a child that %s is mocked', async (_, files, name) => {
    const report = await run({ 'flows/parent.yaml': parent(name), ...files });
    expect(report.status).toBe('Succeeded');
    expect(report.output).not.toEqual({ twice: 4 });
    expect(report.notes.join('\n')).toContain('unmocked');
  });
});
