import { assertNever } from '../../base/index.ts';
import { type State } from '../../fdl/index.ts';
import { formatDuration } from '../../scenario/index.ts';
import { type Decision, stateNameOf } from '../../simulator/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.data;

/** What was decided in one sentence, with the rule that did it as it is written. */
export function decisionText(decision: Decision, state: State | undefined): string {
  const rules = (kind: 'retry' | 'catch', rule: number): string =>
    (state && kind in state && 'retry' in state ? (state[kind][rule]?.errors ?? []) : []).join(', ');
  switch (decision.kind) {
    case 'retry': {
      const of = state && 'retry' in state ? (state.retry[decision.rule]?.maxAttempts ?? 0) : 0;
      const { rule, attempt, delayMs } = decision;
      return words.retried(rule + 1, rules('retry', rule), attempt, of, formatDuration(delayMs));
    }
    case 'exhausted':
      return words.exhausted(decision.rule + 1, rules('retry', decision.rule));
    case 'catch':
      return words.caught(decision.rule + 1, rules('catch', decision.rule), stateNameOf(decision.target));
    case 'uncaught':
      return words.uncaught(decision.error.code);
    case 'tolerated':
      return words.tolerated(decision.slot, decision.error.code);
    case 'choice': {
      const target = stateNameOf(decision.target);
      if (decision.branch === undefined) return words.otherwise(target);
      const branch = state?.type === 'Choice' ? state.branches[decision.branch] : undefined;
      return words.branch(decision.branch, branch?.condition?.text ?? '', target);
    }
    default:
      return assertNever(decision);
  }
}
