import { ok, type Result } from '../../base/index.ts';
import { checkFlow, diagnosticRecord, patternsReady, readSource, type Source } from '../../fdl/index.ts';
import { emptyScenario, parseInstant, playScenario, type Scenario } from '../../scenario/index.ts';
import type { Run, RunReport } from '../../simulator/index.ts';
import { optionText } from '../args.ts';
import { jsonOption, modeOf } from '../data.ts';
import type { Command, ExitCode, Io, ParsedArgs } from '../io.ts';
import { messages } from '../messages.ts';
import { loadScenario, type NoScenario } from '../scenario-file.ts';
import { noFile, refuse } from '../usage.ts';
import { describeRun, timeline } from '../run-text.ts';
import { worldBeside } from '../world.ts';

/** What `fdl run` prints as JSON when the flow could not be started at all (ruling R16). */
interface Refused {
  readonly status: 'Invalid';
  readonly diagnostics: readonly ReturnType<typeof diagnosticRecord>[];
  readonly path: readonly string[];
  readonly virtualMs: 0;
  readonly events: readonly never[];
  readonly waiting: readonly never[];
  readonly notes: readonly string[];
}

/** `fdl run`: one execution in virtual time; exit 0 only when it succeeds. */
export const runCommand: Command = async (args, io) => {
  const [file = ''] = args.positionals;
  const text = io.read(file);
  if (!text.ok) return noFile(io, text.error);
  const scenario = scenarioOf(args, io);
  if (!scenario.ok)
    return scenario.error.exit === 2 ? noFile(io, scenario.error.reason) : refuse(io, scenario.error.reason);
  const source = readSource(text.value);
  const refused = refusalOf(source, scenario.value);
  if (refused) return printRefused(file, refused, args, io);
  await patternsReady();
  const { run, report, notes } = playScenario(scenario.value, source.flow, worldBeside(file, io));
  return printReport(run, { ...report, notes: [...report.notes, ...notes] }, args, io);
};

/** The scenario file where one is given; what is on the command line wins over it. */
function scenarioOf(args: ParsedArgs, io: Io): Result<Scenario, NoScenario> {
  const path = optionText(args, 'scenario');
  const base = path === undefined ? ok(emptyScenario) : loadScenario(path, io);
  if (!base.ok) return base;
  const input = jsonOption(args, 'input', io);
  if (!input.ok) return { ok: false, error: { exit: 2, reason: input.error } };
  const seed = optionText(args, 'seed');
  const startTime = parseInstant(optionText(args, 'start-time') ?? '');
  return ok({
    ...base.value,
    input: input.value === undefined ? base.value.input : input.value,
    mode: args.options.has('mode') ? modeOf(args) : base.value.mode,
    seed: seed === undefined ? base.value.seed : Number(seed),
    startTime: startTime ?? base.value.startTime,
  });
}

function refusalOf(source: Source, scenario: Scenario): Refused | undefined {
  const diagnostics = checkFlow(source, { mode: scenario.mode ?? 'Standard' });
  if (!diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const records = diagnostics.map((diagnostic) => diagnosticRecord(source, diagnostic));
  return { status: 'Invalid', diagnostics: records, path: [], virtualMs: 0, events: [], waiting: [], notes: [] };
}

const isJson = (args: ParsedArgs): boolean => optionText(args, 'format') === 'json';

function printRefused(file: string, refused: Refused, args: ParsedArgs, io: Io): ExitCode {
  const errors = refused.diagnostics.filter(({ severity }) => severity === 'error');
  if (isJson(args)) io.out(`${JSON.stringify(refused, undefined, 2)}\n`);
  else {
    io.out(`${refused.status}\n`);
    for (const { line, column, severity, code, message } of errors) {
      io.err(`${file}:${line}:${column} ${severity} ${code} ${message}\n`);
    }
    io.err(`${messages.flowInvalid(file, errors.length)}\n`);
  }
  return 1;
}

function printReport(run: Run, report: RunReport, args: ParsedArgs, io: Io): ExitCode {
  if (isJson(args)) io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else {
    if (args.options.has('timeline')) for (const line of timeline(run)) io.out(`${line}\n`);
    for (const line of describeRun(report)) io.out(`${line}\n`);
    for (const note of report.notes) io.err(`${messages.run.note(note)}\n`);
  }
  return report.status === 'Succeeded' ? 0 : 1;
}
