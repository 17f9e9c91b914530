import { catchFields, retryFields } from '../../language/fields.ts';
import { limits } from '../../language/limits.ts';
import type { State } from '../../model.ts';
import { listOf, valueOf } from '../../syntax/written-values.ts';
import type { Written, WrittenMap } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import { firstKey, isGiven, type Report } from '../rule.ts';
import { checkInner } from './attributes.ts';
import { isWhole } from './kinds.ts';

type RuleList = 'Retry' | 'Catch';

/** R01 to R05, R07: the rules of Retry and Catch (reference section 8). */
export function checkRecovery(state: State, report: Report): void {
  for (const key of ['Retry', 'Catch'] as const) {
    const value = valueOf(state.written, key);
    if (!value || value.kind === 'list') checkRules(listOf(value), key, state, report);
    else report('R01', value.span, say.rulesNotList(key));
  }
}

function checkRules(rules: readonly Written[], list: RuleList, state: State, report: Report): void {
  rules.forEach((rule, index) => {
    if (rule.kind !== 'map') {
      report('R01', rule.span, say.ruleNotMap(list));
      return;
    }
    checkInner(rule, list, list === 'Retry' ? retryFields : catchFields, report);
    checkErrors(rule, report);
    if (!isGiven(rule, 'Description')) {
      const edit = { type: 'set-field', state: state.id, path: [list, index, 'Description'], value: list } as const;
      const fixes = [{ title: say.fixAdd(`Description: ${list}`), edit }];
      report('R02', firstKey(rule), say.missingRuleDescription, { fixes });
    }
    if (list === 'Retry') checkRetryNumbers(rule, report);
    else checkCatch(rule, report);
  });
  checkOrder(rules, report);
}

function checkErrors(rule: WrittenMap, report: Report): void {
  const errors = valueOf(rule, 'Errors');
  if (!errors || !isGiven(rule, 'Errors')) {
    report('R01', firstKey(rule), say.missingErrors);
    return;
  }
  const names = listOf(errors);
  if (errors.kind !== 'list') report('R01', errors.span, say.badErrors);
  else if (names.length === 0) report('R01', errors.span, say.missingErrors);
  for (const name of names) {
    if (name.kind !== 'scalar' || typeof name.value !== 'string' || name.value === '') {
      report('R01', name.span, say.badErrors);
    }
  }
}

function checkRetryNumbers(rule: WrittenMap, report: Report): void {
  for (const key of ['MaxAttempts', 'IntervalSeconds']) {
    if (!isGiven(rule, key)) report('R03', firstKey(rule), say.missingInRetry(key));
  }
  const bounds = {
    MaxAttempts: Infinity,
    IntervalSeconds: limits.retrySeconds,
    MaxBackoffSeconds: limits.retrySeconds,
  };
  for (const [key, most] of Object.entries(bounds)) {
    const value = valueOf(rule, key);
    if (!isWhole(value) || (value.value >= 0 && value.value <= most)) continue;
    report('R03', value.span, say.badRetryNumber(key, 0, most));
  }
  const rate = valueOf(rule, 'BackoffRate');
  if (rate?.kind !== 'scalar' || typeof rate.value !== 'number') return;
  if (rate.value < 0) report('R03', rate.span, say.negativeRate);
  else if (rate.value < 1) report('R03', rate.span, say.lowRate, { severity: 'warning' });
}

function checkCatch(rule: WrittenMap, report: Report): void {
  if (!isGiven(rule, 'Next')) report('R04', firstKey(rule), say.missingCatchNext);
  if (!isGiven(rule, 'OutputConstructor')) report('R07', firstKey(rule), say.catchInput);
}

/** R05: only the first rule that matches counts, so some are never reached. */
function checkOrder(rules: readonly Written[], report: Report): void {
  const taken = new Set<string>();
  rules.forEach((rule, index) => {
    const own: string[] = [];
    for (const name of listOf(rule.kind === 'map' ? valueOf(rule, 'Errors') : undefined)) {
      if (name.kind !== 'scalar' || typeof name.value !== 'string') continue;
      if (taken.has(name.value)) report('R05', name.span, say.repeatedError(name.value));
      else if (name.value === 'FnF.ALL' && index < rules.length - 1) report('R05', name.span, say.allFirst);
      own.push(name.value);
    }
    own.forEach((name) => taken.add(name));
  });
}
