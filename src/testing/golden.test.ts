import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Json } from '../base/index.ts';
import { compileProgram, type RunOptions, simulate } from '../simulator/index.ts';
import { flowFrom } from './flow.ts';
import { testOptions } from './run.ts';
import { playScript, type Script } from './script.ts';
import { traceOf } from './trace.ts';

/**
 * The golden traces: `flows/*.yaml` holds families of small flows with a script of what the world answers, one a
 * document; beside it stands what happens, one line an event. Rewritten with `vitest -u`, reviewed as a diff.
 */
interface GoldenCase extends Script {
  readonly case: string;
  readonly flow: string;
  readonly input?: Json;
  readonly options?: Partial<RunOptions>;
}

const folder = fileURLToPath(new URL('./flows/', import.meta.url));
const families = readdirSync(folder).filter((name) => name.endsWith('.yaml') && isFamily(name));

/** Other fixtures stand in the same folder. */
function isFamily(name: string): boolean {
  return readFileSync(folder + name, 'utf8').startsWith('case:');
}

describe.each(families)('%s', (family) => {
  test('runs as its trace says', async () => {
    const cases = parseAllDocuments(readFileSync(folder + family, 'utf8')).map((doc) => doc.toJS() as GoldenCase);
    const traces = cases.map((one) => `# ${one.case}\n${traceOf(play(one))}\n`);
    await expect(traces.join('\n')).toMatchFileSnapshot(`${folder}${family.replace('.yaml', '.trace.txt')}`);
  });
});

function play({ flow, input = {}, options, ...script }: GoldenCase) {
  return simulate(compileProgram(flowFrom(flow)), { ...testOptions, ...options }, input, playScript(script));
}

test('there are at least 120 flows with scripted runs', () => {
  const count = families.reduce(
    (n, family) => n + readFileSync(folder + family, 'utf8').split(/^case:/m).length - 1,
    0,
  );
  expect(count).toBeGreaterThanOrEqual(120);
});
