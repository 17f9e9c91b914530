import { assertNever } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { limits } from '../language/limits.ts';
import type { Scope, State } from '../model.ts';
import { childScopes } from '../walk.ts';
import type { Written } from '../written.ts';
import { textsOf } from './expressions-of.ts';
import { checkMessages as say } from './messages.ts';
import { type Mode, type Report, reporter, type Subject } from './rule.ts';
import { checkAttributes, checkTwins } from './rules/attributes.ts';
import { checkChoice } from './rules/choice.ts';
import { checkExpressions } from './rules/expressions.ts';
import { checkFixedText } from './rules/fixed-text.ts';
import { checkRecovery } from './rules/recovery.ts';
import { checkGlobals, checkMap, checkParallel } from './rules/scopes.ts';
import { checkFail, checkWait } from './rules/single-types.ts';
import { checkBasics } from './rules/state-basics.ts';
import { checkTargets } from './rules/targets.ts';
import { checkTask } from './rules/task.ts';
import { checkWaysOut } from './rules/ways-out.ts';

const remembered: Readonly<Record<Mode, WeakMap<State, readonly Diagnostic[]>>> = {
  Standard: new WeakMap(),
  Express: new WeakMap(),
};

/**
 * Everything that is wrong with a top-level state and the states inside of it, each finding in the frame of the state it
 * names. Depends on nothing else, so the answers are kept for as long as the states stay the same objects.
 */
export const checkTopState = (state: State, mode: Mode = 'Standard'): readonly Diagnostic[] =>
  examine(state, { mode, inMap: false }, 1);

/** How deep a state is, and whether it is in a Map, its id tells: a state is always met in the same circumstances. */
function examine(state: State, around: Pick<Subject, 'mode' | 'inMap'>, depth: number): readonly Diagnostic[] {
  const { mode } = around;
  const known = remembered[mode].get(state);
  if (known) return known;
  const findings: Diagnostic[] = [];
  const report = reporter(findings, state.id);
  if (!state.stale) checkOne({ state, report, ...around });
  const inMap = around.inMap || state.type === 'Map';
  for (const scope of childScopes(state)) {
    if (!state.stale) checkInnerScope(scope, depth + 1, report);
    for (const inner of scope.states) {
      for (const finding of examine(inner, { mode, inMap }, depth + 1)) findings.push(finding);
    }
  }
  remembered[mode].set(state, findings);
  return findings;
}

function checkInnerScope(scope: Scope, depth: number, report: Report): void {
  if (depth === limits.scopeDepth + 1) report('C21', scope.startAt?.span ?? scope.span, say.deepScope(depth));
  checkTargets({ scope, startCode: 'C07', report });
}

function checkOne(subject: Subject): void {
  const { state, mode, report } = subject;
  if (state.written.entries.length === 0 && state.name.value === '') return;
  const texts = textsOf(state);
  checkBasics(subject);
  checkWaysOut(subject);
  checkAttributes(subject);
  checkExpressions(texts, report);
  checkFixedText(texts, report);
  texts.maps.forEach((map) => checkTwins(map, report));
  checkGlobals(subject);
  checkAliases(state.written, report);
  switch (state.type) {
    case 'Task':
      checkTask(state, texts, mode, report);
      return checkRecovery(state, report);
    case 'Choice':
      return checkChoice(state, report);
    case 'Parallel':
      checkParallel(state, report);
      return checkRecovery(state, report);
    case 'Map':
      checkMap(state, report);
      return checkRecovery(state, report);
    case 'Wait':
      return checkWait(state, mode, report);
    case 'Fail':
      return checkFail(state, report);
    case 'Pass':
    case 'Succeed':
    case 'Unknown':
      return;
    default:
      assertNever(state);
  }
}

/** F09, decision U43: said once per state. */
function checkAliases(written: Written, report: Report): void {
  const place = firstShared(written);
  if (place) report('F09', place.span, say.anchors);
}

/** The first value that is shared with another place; inner states speak for themselves. */
function firstShared(written: Written): Written | undefined {
  if (written.alias !== undefined || written.anchor !== undefined) return written;
  if (written.kind === 'scalar') return undefined;
  if (written.kind === 'list') return firstOf(written.items);
  const merged = written.entries.find((entry) => entry.merged);
  if (merged) return merged.value;
  return firstOf(written.entries.flatMap(({ key, value }) => (key === 'States' ? [] : [value])));
}

function firstOf(values: readonly Written[]): Written | undefined {
  for (const value of values) {
    const found = firstShared(value);
    if (found) return found;
  }
  return undefined;
}
