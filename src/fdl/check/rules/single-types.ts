import { limits } from '../../language/limits.ts';
import type { FailState, WaitState } from '../../model.ts';
import { valueOf } from '../../syntax/written-values.ts';
import { checkMessages as say } from '../messages.ts';
import { isGiven, isGivenEither, type Mode, placeOfMissing, type Report } from '../rule.ts';
import { orComputed } from './fixed-text.ts';
import { isWhole } from './kinds.ts';

/** W01: how long a Wait waits (reference section 4.3). */
export function checkWait(state: WaitState, mode: Mode, report: Report): void {
  const { written } = state;
  const value = valueOf(written, 'Seconds');
  if (!isGivenEither(written, 'Seconds')) {
    report('W01', placeOfMissing(state), say.missingSeconds);
    return;
  }
  if (!value || !isGiven(written, 'Seconds')) return;
  const most = limits.waitSeconds[mode];
  if (isWhole(value) && value.value >= 1 && value.value <= most) return;
  report('W01', value.span, orComputed(say.badSeconds(most, mode), 'Seconds', value));
}

/** X01: the documents ask for a Detail, although their own sample has none (reference section 4.9). */
export function checkFail(state: FailState, report: Report): void {
  if (!isGivenEither(state.written, 'Detail')) report('X01', placeOfMissing(state), say.missingDetail);
}
