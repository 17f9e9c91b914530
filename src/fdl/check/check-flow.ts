import { finish, lineStarts, type Pieces, placeOf, shiftSpan, span } from '../../base/index.ts';
import type { Diagnostic, Fix, Severity } from '../diagnostic.ts';
import type { Flow } from '../model.ts';
import { originOf } from '../syntax/frames.ts';
import type { Source } from '../syntax/source.ts';
import { findState } from '../walk.ts';
import { checkTopState } from './check-state.ts';
import { checkMessages as say } from './messages.ts';
import { type Mode, reporter } from './rule.ts';
import { checkHead, checkItems, checkSize } from './rules/flow-head.ts';
import { type AcrossName, namesAcross } from './rules/names-across.ts';
import { judgeScope, type ScopeVerdict } from './rules/scope-verdict.ts';
import { checkTargets } from './rules/targets.ts';
import { mark, overlapOf, type Overlap, sameNames, tableOf, type WayTable } from './rules/way-table.ts';
import { isFollowUp, tornStates } from './torn.ts';

export interface CheckOptions {
  /** The mode is no part of a definition; it decides about Wait ranges and callbacks. Standard when not given. */
  readonly mode?: Mode;
  /** The name under which the flow is stored, where there is one (ruling R34). */
  readonly flowName?: string;
}

/**
 * Everything that is wrong or suspicious in a text, by place: what keeps it from being read and all rules of reference
 * section 12.3. Linear in the number of states; what concerns one state alone is kept while that state does not change.
 */
export function checkFlow(source: Source, options: CheckOptions = {}): readonly Diagnostic[] {
  return finish(checkFlowInPieces(source, options));
}

/** The same, with places where it can be interrupted. */
export function* checkFlowInPieces(source: Source, options: CheckOptions = {}): Pieces<readonly Diagnostic[]> {
  const mode = options.mode ?? 'Standard';
  const found: Diagnostic[] = [...source.problems];
  checkSize(source.text, reporter(found, undefined));
  checkFrame(source, options.flowName, found);
  yield;
  const { faulty, verdict, across } = examine(source.flow, mode);
  yield;
  const torn = tornStates(source);
  for (const position of faulty) {
    const state = source.flow.states[position];
    const findings = state ? checkTopState(state, mode) : [];
    place(source, torn.size === 0 ? findings : findings.filter((finding) => !isFollowUp(torn, finding)), found);
  }
  yield;
  if (source.health !== 'broken') checkTopScope(source, verdict, across, found);
  yield;
  return found.sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.from - b.span.from || a.span.to - b.span.to || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** The flow's own attributes, as far as they could be read. */
function checkFrame(source: Source, flowName: string | undefined, found: Diagnostic[]): void {
  const { flow, headStale } = source;
  if (!flow.written || headStale) return;
  checkHead(flow.written, flowName, reporter(found, undefined));
  checkItems(flow, (index) => (code, at, message) => {
    const state = flow.states[index];
    const findings: Diagnostic[] = [];
    reporter(findings, state?.id)(code, at, message);
    place(source, findings, found);
  });
}

/** What is known about a flow without its places. */
interface Examination {
  readonly flow: Flow;
  readonly mode: Mode;
  /** Positions of the top-level states with findings of their own. */
  readonly faulty: readonly number[];
  readonly table: WayTable;
  readonly verdict: ScopeVerdict;
  readonly across: readonly AcrossName[];
}
let last: Examination | undefined;

/**
 * Looks at all states, or only at those that are not the same objects as in the flow examined last: a keystroke in a
 * file of ten thousand states must not cost ten thousand look-ups.
 */
function examine(flow: Flow, mode: Mode): Examination {
  if (last?.flow === flow && last.mode === mode) return last;
  const before = last?.mode === mode ? last : undefined;
  const overlap = before ? overlapOf(before.flow.states, flow.states) : { head: 0, tail: 0 };
  const table = tableOf(flow, before?.table);
  last = {
    flow,
    mode,
    faulty: faultyStates(flow, mode, overlap, before),
    table,
    verdict: judgeScope(flow, table),
    across: acrossOf(flow, table, overlap, before),
  };
  return last;
}

function faultyStates(flow: Flow, mode: Mode, overlap: Overlap, before: Examination | undefined): readonly number[] {
  const { head, tail } = overlap;
  const end = flow.states.length - tail;
  const drift = flow.states.length - (before?.flow.states.length ?? 0);
  const faulty = before?.faulty.filter((position) => position < head) ?? [];
  flow.states.slice(head, end).forEach((state, i) => {
    if (checkTopState(state, mode).length > 0) faulty.push(head + i);
  });
  for (const position of before?.faulty ?? []) if (position + drift >= end) faulty.push(position + drift);
  return faulty;
}

/** Names inside of containers can only clash where there are containers; typing elsewhere leaves them alone. */
function acrossOf(
  flow: Flow,
  table: WayTable,
  { head, tail }: Overlap,
  before: Examination | undefined,
): readonly AcrossName[] {
  const isContainer = (marks: number): boolean => (marks & mark.container) !== 0;
  if (!table.marks.some(isContainer)) return [];
  const touched = ({ marks }: WayTable): boolean => marks.subarray(head, marks.length - tail).some(isContainer);
  const same = before && sameNames(before.table, table) && !touched(before.table) && !touched(table);
  return same ? before.across : namesAcross(flow);
}

/** Names and ways between the top-level states; each finding is placed by the state it belongs to. */
function checkTopScope(
  source: Source,
  verdict: ScopeVerdict,
  across: readonly AcrossName[],
  found: Diagnostic[],
): void {
  const { flow } = source;
  const findings: Diagnostic[] = [];
  checkTargets({ scope: flow, startCode: 'F05', report: reporter(findings, undefined) }, verdict);
  for (const { position, inner } of across) {
    const state = inner ?? flow.states[position];
    if (!state) continue;
    const message = say.sameNameElsewhere(state.name.value);
    reporter(findings, state.id)('C03', state.name.span, message, { severity: 'warning' });
  }
  place(source, findings, found);
}

/** Moves findings from the frames of the states they name into the text. */
function place(source: Source, findings: readonly Diagnostic[], found: Diagnostic[]): void {
  for (const finding of findings) {
    const origin = finding.state === undefined ? 0 : originOf(source, finding.state);
    const fixes = finding.fixes.map((fix) => moveFix(fix, origin));
    found.push(origin === 0 ? finding : { ...finding, span: shiftSpan(finding.span, origin), fixes });
  }
}

function moveFix(fix: Fix, origin: number): Fix {
  return 'replace' in fix ? { ...fix, replace: shiftSpan(fix.replace, origin) } : fix;
}

/** A diagnostic for programs: places as line and column from 1, the state by name. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly state?: string;
}

const starts = new WeakMap<Source, readonly number[]>();

export function diagnosticRecord(source: Source, d: Diagnostic): DiagnosticRecord {
  const lines = starts.get(source) ?? lineStarts(source.text);
  starts.set(source, lines);
  const { length } = source.text;
  const at = span(Math.min(d.span.from, length), Math.min(d.span.to, length));
  const from = placeOf(lines, at.from);
  const to = placeOf(lines, at.to);
  const { code, severity, message } = d;
  const record = {
    code,
    severity,
    message,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
  const name = d.state === undefined ? '' : (findState(source.flow, d.state)?.name.value ?? '');
  return name === '' ? record : { ...record, state: name };
}
