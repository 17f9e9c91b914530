import { test } from 'vitest';
import { applyChanges } from '../../base/index.ts';
import { planEdit, readSource } from '../index.ts';
const texts: Record<string, string> = {
  block: `# my flow
Type: StateMachine
Name: demo   # the name
SpecVersion: v1
StartAt: A

States:
  # first one
  - Type: Pass
    Name: A   # a
    Next: B # go

  # the second
  - Type: Task
    Name: "B"
    Action: FC:InvokeFunction
    Parameters:
      body:
        x: 1 # one
    Retry:
      - Errors: [FnF.ALL]
        MaxAttempts: 2
    End: true # done
    # trailing of B

  - Type: Choice
    Name: C
    Branches:
      # small
      - Condition: $Input.a > 1
        Next: A
      - {Condition: $Input.b, Next: B}
    Default: B
  - Name: P
    Type: Parallel
    Branches:
    - StartAt: x
      States:
      - Name: x
        Type: Pass
        End: true
    Next: A`,
  json: `{
  "Type": "StateMachine",
  "Name": "demo",
  "SpecVersion": "v1",
  "StartAt": "A",
  "States": [
    {
      "Type": "Pass",
      "Name": "A",
      "Next": "B"
    },
    {
      "Type": "Task",
      "Name": "B",
      "Parameters": {
        "body": {"x": 1}
      },
      "End": true
    },
    { "Type": "Choice", "Name": "C", "Branches": [{"Condition": "$Input.a", "Next": "A"}], "Default": "B" }
  ]
}
`,
};
const edits: any[] = [
  { type: 'connect', from: 'B', outlet: { kind: 'next' }, to: 'A' },
  { type: 'connect', from: 'C', outlet: { kind: 'branch', index: 0 }, to: 'B' },
  { type: 'disconnect', from: 'A', outlet: { kind: 'next' } },
  { type: 'rename-state', state: 'A', name: 'A: "neu"' },
  { type: 'rename-state', state: 'B', name: '支付 🚀' },
  { type: 'add-state', scope: '', state: { type: 'Task' }, after: 'A' },
  { type: 'add-state', scope: '', state: { type: 'Parallel' }, after: undefined },
  { type: 'insert-on-edge', from: '', outlet: { kind: 'start' }, state: { type: 'Wait', name: 'W' } },
  { type: 'remove-states', states: ['B'] },
  { type: 'remove-states', states: ['A'] },
  { type: 'remove-states', states: ['A', 'B', 'C', 'P'] },
  { type: 'duplicate-states', states: ['A', 'B'] },
  { type: 'set-field', state: 'B', path: ['Parameters', 'body', 'y.$'], value: '$Input.y' },
  { type: 'set-field', state: 'B', path: ['Parameters', 'body', 'x.$'], value: '$Input.x' },
  { type: 'set-field', state: 'B', path: ['Parameters'], value: { body: { x: 2, z: [1, { a: 'b\nc\n' }] }, k: 'yes' } },
  { type: 'clear-field', state: 'B', path: ['Parameters', 'body', 'x'] },
  { type: 'set-field', state: 'A', path: ['OutputConstructor', 'a'], value: {} },
  { type: 'add-branch', state: 'C' },
  { type: 'move-branch', state: 'C', index: 0, to: 1 },
  { type: 'remove-branch', state: 'C', index: 0 },
  { type: 'set-flow-field', key: 'Description', value: 'hello: world' },
  { type: 'paste-states', scope: '', after: 'A', yaml: '- Name: A\n  Type: Pass # hi\n  Next: Z\n' },
  { type: 'paste-states', scope: '', after: undefined, yaml: 'Name: Q\nType: Pass\nEnd: true' },
  { type: 'move-states', states: ['A'], scope: 'P/Branch0' },
  { type: 'move-states', states: ['P/Branch0/x'], scope: '' },
];
function diff(a: string, b: string) {
  const x = a.split('\n'),
    y = b.split('\n');
  const n = x.length,
    m = y.length;
  const L = Array.from({ length: n + 1 }, () => new Array(m + 1).fill(0));
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      L[i]![j] = x[i] === y[j] ? L[i + 1]![j + 1] + 1 : Math.max(L[i + 1]![j], L[i]![j + 1]);
  let i = 0,
    j = 0,
    o = '';
  while (i < n || j < m) {
    if (i < n && j < m && x[i] === y[j]) {
      i++;
      j++;
    } else if (j < m && (i >= n || L[i]![j + 1] > L[i + 1]![j])) {
      o += '+' + y[j++] + '\n';
    } else o += '-' + x[i++] + '\n';
  }
  return o;
}
test('x', () => {
  let out = '';
  for (const [k, t] of Object.entries(texts))
    for (const e of edits) {
      const s = readSource(t);
      let r;
      try {
        r = planEdit(s, e);
      } catch (err: any) {
        out += `\n#### ${k} ${JSON.stringify(e)}\nTHROW ${err.stack}`;
        continue;
      }
      out += `\n#### ${k} ${JSON.stringify(e)}\n`;
      if (r.ok)
        out +=
          r.value.label +
          ' ' +
          JSON.stringify(r.value.select) +
          ' ' +
          JSON.stringify([...(r.value.renamed ?? [])]) +
          '\n' +
          diff(t, applyChanges(t, r.value.changes));
      else out += r.error.reason + ': ' + r.error.message + '\n';
    }
  console.log(out);
});
