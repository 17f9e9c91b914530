import { failure, ok, type Result } from '../../base/index.ts';
import { patternsReady, readSource, type Source } from '../../fdl/index.ts';
import {
  type Coverage,
  createCoverage,
  describeProblem,
  judgeScenario,
  mergeCoverage,
  readScenario,
  scenarioName,
  type Verdict,
} from '../../scenario/index.ts';
import { optionText } from '../args.ts';
import type { Command, ExitCode, Io, ParsedArgs } from '../io.ts';
import { junitReport } from '../junit.ts';
import { messages } from '../messages.ts';
import { baseName, besides } from '../paths.ts';
import type { ScenarioResult } from '../scenario-result.ts';
import { describeCoverage, describeResult } from '../test-text.ts';
import { noFile, refuse } from '../usage.ts';
import { worldBeside } from '../world.ts';

const say = messages.test;

interface Suite {
  readonly io: Io;
  /** Each flow is read once, however many scenarios run it. */
  readonly flows: Map<string, FlowUnderTest>;
}
interface FlowUnderTest {
  readonly path: string;
  readonly source: Source;
  readonly coverage: ReturnType<typeof createCoverage>;
}

/** `fdl test`: runs scenario files; exit 1 when any fails. */
export const testCommand: Command = async (args, io) => {
  const texts = new Map<string, string>();
  for (const file of args.positionals) {
    const text = io.read(file);
    if (!text.ok) return noFile(io, text.error);
    texts.set(file, text.value);
  }
  const suite: Suite = { io, flows: new Map() };
  const results: ScenarioResult[] = [];
  for (const [file, text] of texts) {
    if (await io.interrupted()) {
      io.err(`${say.interrupted(results.length, texts.size)}\n`);
      return 130;
    }
    results.push(await testScenario(file, text, suite));
  }
  return report(results, suite, args);
};

async function testScenario(file: string, text: string, suite: Suite): Promise<ScenarioResult> {
  const scenario = readScenario(text);
  const named = (name: string | undefined, verdict: Pick<Verdict, 'ok' | 'failures' | 'notes'>): ScenarioResult => {
    const { ok: passed, failures, notes } = verdict;
    return { file, name: name ?? baseName(file), ok: passed, failures, ...(notes.length > 0 ? { notes } : {}) };
  };
  const failed = (failures: readonly string[]): Pick<Verdict, 'ok' | 'failures' | 'notes'> => ({
    ok: false,
    failures,
    notes: [],
  });
  if (!scenario.ok) {
    return named(scenarioName(text), failed(scenario.error.map((problem) => describeProblem(file, problem))));
  }
  const flow = flowOf(file, scenario.value.flow, suite);
  if (!flow.ok) return named(scenario.value.name, failed([flow.error]));
  await patternsReady();
  const { io } = suite;
  const verdict = judgeScenario(scenario.value, flow.value.source, worldBeside(flow.value.path, io));
  if (verdict.run) flow.value.coverage.add(verdict.run);
  return named(scenario.value.name, verdict);
}

function flowOf(file: string, flow: string | undefined, { io, flows }: Suite): Result<FlowUnderTest, string> {
  if (flow === undefined) return failure(say.noFlow);
  const path = besides(file, flow);
  const known = flows.get(path);
  if (known) return ok(known);
  const text = io.read(path);
  if (!text.ok) return failure(say.flowUnreadable(text.error));
  const source = readSource(text.value);
  const fresh = { path, source, coverage: createCoverage(source.flow) };
  flows.set(path, fresh);
  return ok(fresh);
}

function report(results: readonly ScenarioResult[], { io, flows }: Suite, args: ParsedArgs): ExitCode {
  const failed = results.filter((result) => !result.ok).length;
  const passed = results.length - failed;
  const coverage = args.options.has('coverage') ? coverageOf(flows) : undefined;
  if (optionText(args, 'format') === 'json') {
    io.out(
      `${JSON.stringify({ passed, failed, scenarios: results, ...(coverage ? { coverage } : {}) }, undefined, 2)}\n`,
    );
  } else {
    for (const line of results.flatMap(describeResult)) io.out(`${line}\n`);
    for (const line of coverage ? describeCoverage(coverage) : []) io.out(`${line}\n`);
    io.err(`${say.summary(passed, failed)}\n`);
  }
  const junit = optionText(args, 'junit');
  const written = junit === undefined ? ok(true) : io.write(junit, junitReport(results));
  if (!written.ok) return refuse(io, written.error);
  return failed > 0 ? 1 : 0;
}

/** Of several flows each missing thing says which flow it belongs to. */
function coverageOf(flows: Suite['flows']): Coverage {
  return mergeCoverage(
    [...flows].map(([path, flow]) => ({ label: flows.size > 1 ? path : '', coverage: flow.coverage.report() })),
  );
}
