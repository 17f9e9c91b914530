import { language } from '../../language/states.ts';
import { entryOf } from '../../syntax/written-values.ts';
import { checkMessages as say } from '../messages.ts';
import { isGiven, placeOfMissing, type Subject } from '../rule.ts';

/** C05, C06, H02 and decision U05: how a state leads on or ends (reference section 3.2). */
export function checkWaysOut({ state, report }: Subject): void {
  if (state.type === 'Unknown') return;
  const { ends } = language.states[state.type];
  if (ends === 'may') checkNextOrEnd({ state, report });
  else if (ends === 'always') checkSelfEnding({ state, report });
  else checkChoice({ state, report });
}

type Part = Pick<Subject, 'state' | 'report'>;

function checkNextOrEnd({ state, report }: Part): void {
  const { written } = state;
  const end = entryOf(written, 'End')?.value;
  const next = isGiven(written, 'Next') ? entryOf(written, 'Next') : undefined;
  const ends = end?.kind === 'scalar' && end.value === true;
  if (ends && next) {
    const edit = { type: 'clear-field', state: state.id, path: ['Next'] } as const;
    report('C06', next.value.span, say.endAndNext, { fixes: [{ title: say.fixRemove('Next'), edit }] });
  }
  const unclear = end !== undefined && !(end.kind === 'scalar' && (end.value === false || end.value === null));
  if (ends || next || unclear) return;
  const edit = { type: 'set-field', state: state.id, path: ['End'], value: true } as const;
  report('C05', placeOfMissing(state), say.noWayOut, { fixes: [{ title: say.fixEnd, edit }] });
}

function checkSelfEnding({ state, report }: Part): void {
  const next = entryOf(state.written, 'Next');
  const end = entryOf(state.written, 'End');
  const useless = [next, end?.value.kind === 'scalar' && end.value.value === false ? end : undefined];
  for (const entry of useless) {
    if (!entry) continue;
    const edit = { type: 'clear-field', state: state.id, path: [entry.key] } as const;
    const fixes = [{ title: say.fixRemove(entry.key), edit }];
    report('C12', entry.keySpan, say.ignoredOnEnd(state.type, entry.key), { fixes });
  }
}

function checkChoice({ state, report }: Part): void {
  for (const key of ['Next', 'End']) {
    const entry = entryOf(state.written, key);
    if (!entry) continue;
    const edit = { type: 'clear-field', state: state.id, path: [key] } as const;
    report('H02', entry.keySpan, say.transitionOnChoice(key), { fixes: [{ title: say.fixRemove(key), edit }] });
  }
}
