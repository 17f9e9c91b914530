import type { Fix } from '../../diagnostic.ts';
import type { Outlet } from '../../edit/flow-edit.ts';
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
  if (!isGiven(written, 'Default')) {
    report('H01', placeOfMissing(state), say.missingDefault, { fixes: [newEnd(state, { kind: 'default' })] });
  }
  items.forEach((item, index) => checkBranch(state, index, item, report));
}

function checkBranch(state: ChoiceState, index: number, item: Written, report: Report): void {
  const branch = state.branches[index];
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
  if (!isGiven(map, 'Next')) report('H03', firstKey(map), say.missingBranchNext, { fixes: [wayOn(state, index)] });
}

/** Where a branch may lead that leads nowhere yet: where the Choice goes anyway, else to an end of its own. */
function wayOn(state: ChoiceState, index: number): Fix {
  const name = state.default?.value;
  if (name === undefined) return newEnd(state, { kind: 'branch', index });
  const path = ['Branches', index, 'Next'];
  return { title: say.fixLeadTo(name), edit: { type: 'set-field', state: state.id, path, value: name } };
}

const newEnd = (state: ChoiceState, outlet: Outlet): Fix => ({
  title: say.fixNewEnd,
  edit: { type: 'insert-on-edge', from: state.id, outlet, state: { type: 'Succeed' } },
});

function checkCondition(
  { root, span }: NonNullable<ChoiceState['branches'][number]['condition']>,
  report: Report,
): void {
  if (root.kind === 'broken') report('H03', span, say.badCondition(root.message));
  else if (!couldBeBool(root)) report('H06', span, say.notBoolean);
}
