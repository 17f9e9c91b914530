import { couldBeBool } from '../../expression/could-be-bool.ts';
import { branchFields } from '../../language/fields.ts';
import type { ChoiceState } from '../../model.ts';
import { entryOf, listOf, mapOf, valueOf } from '../../syntax/written-values.ts';
import type { Written } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import { firstKey, isGiven, placeOfMissing, type Report, respell } from '../rule.ts';
import { checkInner } from './attributes.ts';

/** H01, H03, H04, H06: the branches of a Choice (reference section 4.4). */
export function checkChoice(state: ChoiceState, report: Report): void {
  const { written } = state;
  const branches = valueOf(written, 'Branches');
  const items = listOf(branches);
  if (!isGiven(written, 'Branches') || (branches?.kind === 'list' && items.length === 0)) {
    report('H01', branches?.kind === 'list' ? branches.span : placeOfMissing(state), say.noBranches);
  }
  if (!isGiven(written, 'Default')) report('H01', placeOfMissing(state), say.missingDefault);
  items.forEach((item, i) => checkBranch(item, state.branches[i], report));
}

function checkBranch(item: Written, branch: ChoiceState['branches'][number] | undefined, report: Report): void {
  const map = mapOf(item);
  if (!map) {
    report('H03', item.span, say.branchNotMap);
    return;
  }
  checkInner(map, 'A branch', branchFields, report);
  const suffixed = entryOf(map, 'Condition.$');
  if (suffixed) report('H04', suffixed.keySpan, say.conditionSuffix, { fixes: respell(suffixed, 'Condition') });
  if (!isGiven(map, 'Condition') && !suffixed) report('H03', firstKey(map), say.missingCondition);
  else if (branch?.condition) checkCondition(branch.condition, report);
  if (!isGiven(map, 'Next')) report('H03', firstKey(map), say.missingBranchNext);
}

function checkCondition(
  { root, span }: NonNullable<ChoiceState['branches'][number]['condition']>,
  report: Report,
): void {
  if (root.kind === 'broken') report('H03', span, say.badCondition(root.message));
  else if (!couldBeBool(root)) report('H06', span, say.notBoolean);
}
