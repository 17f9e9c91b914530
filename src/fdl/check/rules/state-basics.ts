import { nearest } from '../../expression/spelling.ts';
import { limits } from '../../language/limits.ts';
import { stateTypes } from '../../model.ts';
import { valueOf } from '../../syntax/written-values.ts';
import { checkMessages as say } from '../messages.ts';
import { firstKey, isGiven, placeOfMissing, type Subject } from '../rule.ts';

/** C01, C02 and the length of names (decision U03). */
export function checkBasics({ state, report }: Subject): void {
  const { written } = state;
  const name = valueOf(written, 'Name');
  const unnamed = !isGiven(written, 'Name') || (name?.kind === 'scalar' && name.value === '');
  if (unnamed) report('C01', name && isGiven(written, 'Name') ? name.span : firstKey(written), say.missingName);
  const { length } = [...state.name.value];
  if (length > limits.stateNameLength) report('C22', state.name.span, say.longName(length));
  checkType({ state, report });
}

function checkType({ state, report }: Pick<Subject, 'state' | 'report'>): void {
  if (!isGiven(state.written, 'Type')) report('C01', placeOfMissing(state), say.missingType(stateTypes));
  else if (state.type === 'Unknown') {
    const type = valueOf(state.written, 'Type');
    const text = state.writtenType?.value ?? '';
    const suggestion = nearest(text, stateTypes);
    const edit = { type: 'set-field', state: state.id, path: ['Type'], value: suggestion ?? '' } as const;
    const fixes = suggestion === undefined ? [] : [{ title: say.fixSpelling(suggestion), edit }];
    report('C02', type?.span ?? placeOfMissing(state), say.unknownType(text, stateTypes, suggestion), { fixes });
  }
}
