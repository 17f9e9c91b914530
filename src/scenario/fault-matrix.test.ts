import { describe, expect, test } from 'vitest';
import { createWorld } from '../functions/index.ts';
import { flow } from '../testing/flow.ts';
import { type Fate, type FaultCell, faultMatrix, faultTable } from './fault-matrix.ts';
import type { MakeWorld } from './run-scenario.ts';
import { playScenario } from './run-scenario.ts';
import { emptyScenario } from './scenario.ts';

const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
  createWorld({ answers, callbacks, settings: { startTime } });
const task = (name: string, more: string) =>
  `{ Type: Task, Name: ${name}, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/${name}', invocationType: Sync }, ${more} }`;

const retryAndCatch = flow`
  - ${task('Careful', 'Timeout: 5, Retry: [{ Errors: [FC.ResourceThrottled], MaxAttempts: 3, IntervalSeconds: 1 }], Catch: [{ Errors: [FC.ResourceThrottled, FnF.TaskTimeout], Next: Sorry }], Next: Careless')}
  - ${task('Careless', 'End: true')}
  - { Type: Pass, Name: Sorry, End: true }
`;

const matrix = faultMatrix(emptyScenario, retryAndCatch, makeWorld);
const cell = (row: number, fault: string): FaultCell =>
  matrix.rows[row]!.find((each) => (each.fault.kind === 'error' ? each.fault.code : 'timeout') === fault)!;
const kind = (row: number, fault: string): Fate['kind'] => cell(row, fault).fate.kind;

describe('the fault matrix', () => {
  test('has a row for every Task and a column for every error of the table, and for no answer', () => {
    expect(matrix.tasks.map(String)).toEqual(['Careful', 'Careless'].map((name) => expect.stringContaining(name)));
    expect(matrix.rows.map((row) => row.length)).toEqual([faultTable.length, faultTable.length]);
  });

  test('tells what was retried and then caught, and where that led', () => {
    expect(cell(0, 'FC.ResourceThrottled')).toMatchObject({
      retries: 3,
      fate: { kind: 'caught', error: 'FC.ResourceThrottled' },
      status: 'Succeeded',
    });
    expect(String(cell(0, 'FC.ResourceThrottled').endsIn)).toContain('Sorry');
  });

  test('tells what nobody catches', () => {
    expect(cell(0, 'FC.AccessDenied')).toMatchObject({ retries: 0, fate: { kind: 'fatal' }, status: 'Failed' });
    expect(kind(1, 'FC.ResourceThrottled')).toBe('fatal');
  });

  test('a call that is never answered times out, or hangs where there is no Timeout', () => {
    expect(cell(0, 'timeout').fate).toMatchObject({ kind: 'caught', error: 'FnF.TaskTimeout' });
    expect(cell(1, 'timeout')).toMatchObject({ fate: { kind: 'hangs' }, status: 'Waiting' });
  });

  test('a cell opens as the run it tells of', () => {
    for (const each of matrix.rows.flat()) {
      const { run } = playScenario(each.scenario, retryAndCatch, makeWorld);
      expect(run.status).toBe(each.status);
    }
  });

  test('an error inside a Map that the Map itself catches counts as caught', () => {
    const mapping = flow`
      - Type: Map
        Name: Each
        ItemsPath: $Input.items
        Catch: [{ Errors: [FnF.ALL], Next: Sorry }]
        Processor: { StartAt: Do, States: [ ${task('Do', 'End: true')} ] }
        End: true
      - { Type: Pass, Name: Sorry, End: true }
    `;
    const [row] = faultMatrix({ ...emptyScenario, input: { items: [{}] } }, mapping, makeWorld).rows;
    expect(row![0]!.fate).toMatchObject({ kind: 'caught' });
    const [none] = faultMatrix({ ...emptyScenario, input: { items: [] } }, mapping, makeWorld).rows;
    expect(none![0]!.fate).toEqual({ kind: 'not-reached' });
  });

  test('ten Tasks are tried with all errors, those behind a callback as well', () => {
    const names = Array.from({ length: 10 }, (_, i) => `T${i}`);
    const long = flow`
      - { Type: Task, Name: Ask, TaskMode: WaitForCustomCallback, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/ask', invocationType: Async }, Next: T0 }
${names.map((name, i) => `      - ${task(name, i < 9 ? `Next: T${i + 1}` : 'End: true')}`).join('\n')}
    `;
    const cells = faultMatrix(emptyScenario, long, makeWorld).rows.flat();
    expect(cells).toHaveLength(11 * faultTable.length);
    expect(cells.filter(({ fate }) => fate.kind === 'not-reached')).toEqual([]);
  });
});
