import { expect, test } from 'vitest';
import { readSource } from '../fdl/index.ts';
import { randomFlow, randomWorld } from './random-flow.ts';
import { testOptions } from './run.ts';
import { compileProgram, runReport, simulate } from '../simulator/index.ts';

/** The long version of the law: as many random flows and scripts as FUZZ_RUNS says. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200_000);
const first = Number(process.env['FUZZ_SEED'] ?? 1_000_000);

test(`${runs} random flows from seed ${first} run without an unexpected exception`, () => {
  for (let seed = first; seed < first + runs; seed += 1) {
    const program = compileProgram(readSource(randomFlow(seed)).flow);
    const play = () =>
      runReport(
        simulate(program, { ...testOptions, seed, eventQuota: 500 }, { a: 1, list: [1, {}] }, randomWorld(seed)),
      );
    const report = play();
    expect(report.status, `seed ${seed}`).not.toBe('Invalid');
    if (seed % 50 === 0) expect(play(), `seed ${seed} again`).toEqual(report);
  }
});
