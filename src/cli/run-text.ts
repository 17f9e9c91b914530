import { type Json, ownValue } from '../base/index.ts';
import { formatDuration } from '../scenario/index.ts';
import type { ExecutionEvent, Run, RunReport } from '../simulator/index.ts';
import { messages } from './messages.ts';

const say = messages.run;
const detailWidth = 100;

/** How a run ended, in a few lines for people. */
export function describeRun(report: RunReport): readonly string[] {
  return [
    say.status(report.status, formatDuration(report.virtualMs)),
    ...(report.path.length > 0 ? [say.path(report.path)] : []),
    ...(report.error ? [say.error(report.error.code, report.error.detail)] : []),
    ...(report.output === undefined ? [] : [say.output, JSON.stringify(report.output, undefined, 2)]),
    ...report.waiting.flatMap(({ state, token, kind }) => {
      return [say.waitsFor(state, kind), ...(token === null ? [] : [say.token(token)])];
    }),
  ];
}

/** The history, a line per event: virtual time, event, state, and the beginning of its detail. */
export function timeline(run: Run): readonly string[] {
  const places = createPlaces();
  const rows = run.events.map((event): readonly [string, string, string, string] => {
    return [formatDuration(event.at), event.type, places(event), shorten(JSON.stringify(event.detail))];
  });
  const width = (column: 0 | 1 | 2): number => rows.reduce((most, row) => Math.max(most, row[column].length), 0);
  const widths = [width(0), width(1), width(2)] as const;
  return rows.map(([at, type, step, detail]) => {
    return `${at.padStart(widths[0])}  ${type.padEnd(widths[1])}  ${step.padEnd(widths[2])}  ${detail}`.trimEnd();
  });
}

/** The state of an event, set in as deep as it is nested; inside a branch or item with its number. */
function createPlaces(): (event: ExecutionEvent) => string {
  const slots = new Map<ExecutionEvent['thread'], Json | undefined>();
  return ({ thread, type, state = '', stepName, detail }) => {
    const begins = type === 'BranchEntered' || type === 'IterationEntered';
    if (begins) slots.set(thread, ownValue(detail, 'index'));
    const isScope = begins || type === 'BranchExited' || type === 'IterationExited';
    const slot = isScope ? undefined : slots.get(thread);
    // Every scope adds two parts to the path of a state: the state around it, and the branch or processor.
    const depth = (state.split('/').length - 1) / 2 + (isScope ? 1 : 0);
    return `${'  '.repeat(depth)}${oneLine(stepName)}${slot === undefined ? '' : ` #${String(slot)}`}`;
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function shorten(detail: string): string {
  if (detail === '{}') return '';
  return detail.length <= detailWidth ? detail : `${detail.slice(0, detailWidth)}…`;
}
