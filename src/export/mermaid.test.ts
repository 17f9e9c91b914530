import { expect, test } from 'vitest';
import { readSource } from '../fdl/index.ts';
import { mermaidText } from './mermaid.ts';

const mermaid = (yaml: string) => mermaidText(readSource(yaml).flow);

test('states, branches, defaults and catches become a flowchart', () => {
  expect(
    mermaid(`Type: StateMachine
Name: f
SpecVersion: v1
StartAt: Big?
States:
- Type: Choice
  Name: Big?
  Branches: [{Condition: $Input.n > 3, Next: Charge}]
  Default: Done
- Type: Task
  Name: Charge
  Action: FC:InvokeFunction
  Catch: [{Errors: [A, B], Next: Sorry}]
  Next: Done
- {Type: Succeed, Name: Done}
- {Type: Fail, Name: Sorry}
`),
  ).toBe(`flowchart TD
  s0(("Start"))
  s1{"Big?"}
  s2["Charge"]
  s3(["Done"])
  s4(["Sorry"])
  s0 --> s1
  s1 -->|"$Input.n #62; 3"| s2
  s1 -->|"Default"| s3
  s2 --> s3
  s2 -.->|"A, B"| s4
`);
});

test('Parallel branches and Map processors are subgraphs', () => {
  const text = mermaid(`Type: StateMachine
Name: f
SpecVersion: v1
StartAt: Both
States:
- Type: Parallel
  Name: Both
  Branches:
  - {StartAt: A, States: [{Type: Pass, Name: A, End: true}]}
  - {StartAt: B, States: [{Type: Map, Name: B, ItemsPath: $Input.x, Processor: {StartAt: C, States: [{Type: Pass, Name: C, End: true}]}, End: true}]}
  End: true
`);
  expect(text.match(/subgraph/g)).toHaveLength(5);
  expect(text.match(/^ *end$/gm)).toHaveLength(5);
  expect(text).toContain('["for each item"]');
});

test('names that Mermaid would read as its own are written as characters', () => {
  const text = mermaid(`Type: StateMachine
Name: f
SpecVersion: v1
StartAt: 'a"]; end <b> #1'
States: [{Type: Pass, Name: 'a"]; end <b> #1', End: true}]
`);
  expect(text).toContain('("a#34;]; end #60;b#62; #35;1")');
});
