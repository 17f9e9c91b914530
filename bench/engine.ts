/**
 * `npm run bench -- engine`: transitions a second on equivalent flows, in one run with the peers. Ours keeps the whole
 * event history. "flat" compares the cost of a transition between sizes (quota of events switched off).
 */
import { readSource } from '../src/fdl/index.ts';
import { createAnswers } from '../src/scenario/index.ts';
import { createWorld } from '../src/functions/index.ts';
import { compileProgram, runReport, simulate } from '../src/simulator/index.ts';
import { choiceLoop, linear, mapOfThree, tasks, type Workload } from './engine/flows.ts';
import { awsLocal, xstate } from './engine/peers.ts';
import { median, printTable, timeWarm } from './support/measure.ts';

const options = {
  executionName: 'bench',
  mode: 'Standard',
  seed: 1,
  startTime: 0,
  eventQuota: Number.POSITIVE_INFINITY,
} as const;

function ours(workload: Workload): () => void {
  const program = compileProgram(readSource(workload.fdl).flow);
  const echo = { match: {}, answers: [{ kind: 'return', value: { a: 1 }, latencyMs: 0, times: 1 } as const] };
  return () => {
    const world = createWorld({ answers: createAnswers([echo]) });
    const run = simulate(program, options, workload.input as never, world);
    if (run.status !== 'Succeeded') {
      const { status, error } = runReport(run);
      throw new Error(`${workload.name} ended ${status}: ${error?.code} ${error?.detail}`);
    }
  };
}

const perSecond = (workload: Workload, times: readonly number[]): number => workload.transitions / median(times);

async function compare(workload: Workload, kind: Parameters<typeof xstate>[1]) {
  const us = perSecond(workload, await timeWarm(ours(workload)));
  const aws = perSecond(workload, await timeWarm(awsLocal(workload), 5));
  const other = perSecond(workload, await timeWarm(xstate(workload, kind), 5));
  return {
    workload: workload.name,
    'ours k/s': us,
    'aws-local k/s': aws,
    'xstate k/s': other,
    ratio: us / Math.max(aws, other),
  };
}

async function flat(title: string, small: Workload, large: Workload) {
  const cost = async (workload: Workload): Promise<number> => {
    return (median(await timeWarm(ours(workload), 9)) * 1e6) / workload.transitions;
  };
  const [a, b] = [await cost(small), await cost(large)];
  return { growth: title, 'small ns': a, 'large ns': b, ratio: b / a };
}

printTable('Thousand transitions a second (median)', [
  await compare(linear(100), 'linear'),
  await compare(choiceLoop(10_000), 'loop'),
  await compare(mapOfThree(1_000), 'map'),
  await compare(tasks(1_000), 'tasks'),
  await compare(linear(10_000), 'linear'),
  await compare(mapOfThree(10_000), 'map'),
]);
printTable('Cost of a transition', [
  await flat('states 100 to 10,000', linear(100), linear(10_000)),
  await flat('live items 100 to 10,000', mapOfThree(100), mapOfThree(10_000)),
]);
