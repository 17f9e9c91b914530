import { nearest } from '../../expression/spelling.ts';
import type { FieldSpec } from '../../language/field.ts';
import { language } from '../../language/states.ts';
import type { StateType } from '../../model.ts';
import { entryOf } from '../../syntax/written-values.ts';
import type { WrittenEntry, WrittenMap } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import { type Report, respell, type Subject } from '../rule.ts';
import { checkKind } from './kinds.ts';

/** C10, C12, C20, H04, M02, M04, R06, R08: which attributes a state has (reference section 3.1). */
export function checkAttributes({ state, report }: Subject): void {
  checkTwins(state.written, report);
  for (const entry of state.written.entries) checkRemoved(entry, state.type, report);
  if (state.type === 'Unknown') return;
  const { fields } = language.states[state.type];
  const distributed = entryOf(state.written, 'ProcessorConfig') !== undefined;
  for (const entry of state.written.entries) {
    const field = fields.find(({ key }) => key === plainKey(entry.key));
    if (!field) checkForeign(entry, state.type, fields, report);
    else checkOwn(entry, field, distributed, report);
  }
}

const plainKey = (key: string): string => (key.endsWith('.$') ? key.slice(0, -2) : key);

/** C20, decision U07: reported at the second of the two. */
export function checkTwins(map: WrittenMap, report: Report): void {
  const first = new Map<string, string>();
  for (const { key, keySpan } of map.entries) {
    const plain = plainKey(key);
    const earlier = first.get(plain);
    if (earlier === undefined) first.set(plain, key);
    else if (earlier !== key) report('C20', keySpan, say.twice(plain));
  }
}

/** R08, decision U06: attributes of former versions of the language. */
function checkRemoved(entry: WrittenEntry, type: StateType | 'Unknown', report: Report): void {
  if (entry.key === 'OnErrors') report('R08', entry.keySpan, say.onErrors);
  if (plainKey(entry.key) === 'UntilDateTime' && (type === 'Wait' || type === 'Unknown')) {
    report('R08', entry.keySpan, say.untilDateTime);
  }
}

function checkOwn(entry: WrittenEntry, field: FieldSpec, distributed: boolean, report: Report): void {
  if (field.distributedOnly && !distributed) report('M04', entry.keySpan, say.onlyDistributed(field.key));
  if (field.key === 'MaxConcurrency') {
    const word = entry.key.replace('MaxConcurrency', 'MaxConcuccency');
    report('M02', entry.keySpan, say.concurrencySpelling, { fixes: respell(entry, word) });
  }
  if (entry.key === field.key) checkKind(entry, field, report);
  else if (field.undocumentedSuffix) report('C12', entry.keySpan, say.undocumentedSuffix(field.key));
  else if (!field.computable) {
    const message = field.kind === 'expression' ? say.noSuffix(field.key) : say.ignoredSuffix(field.key);
    report('C12', entry.keySpan, message, { fixes: respell(entry, field.key) });
  }
}

function checkForeign(entry: WrittenEntry, type: StateType, fields: readonly FieldSpec[], report: Report): void {
  const { key, keySpan } = entry;
  if (isHandledElsewhere(key, type)) return;
  if (key === 'Retry' || key === 'Catch') {
    if (type === 'Choice') report('H04', keySpan, say.ignoredOnChoice(key));
    else report('R06', keySpan, say.noRecovery(type, key));
  } else if (type === 'Choice' && key === 'OutputConstructor') report('H04', keySpan, say.ignoredOnChoice(key));
  else if (type === 'Fail' && key === 'GlobalConstructor') report('C12', keySpan, say.ignoredGlobal);
  else checkUnknownKey(entry, type, fields, report);
}

function isHandledElsewhere(key: string, type: StateType): boolean {
  const transition = key === 'Next' || key === 'End';
  const removed = key === 'OnErrors' || (type === 'Wait' && plainKey(key) === 'UntilDateTime');
  return removed || (transition && ['Choice', 'Succeed', 'Fail'].includes(type));
}

/** C12 for a mapping of any kind, with the key that was probably meant. */
export function checkUnknownKey(entry: WrittenEntry, what: string, fields: readonly FieldSpec[], report: Report): void {
  const plain = plainKey(entry.key);
  const found = nearest(
    plain,
    fields.filter(({ hidden }) => !hidden).map(({ key }) => key),
  );
  const suggestion = found !== undefined && plain !== entry.key ? `${found}.$` : found;
  const fixes = suggestion === undefined ? [] : respell(entry, suggestion);
  report('C12', entry.keySpan, say.unknownKey(what, entry.key, suggestion), { fixes });
}

/** C12 and C10 for the mappings inside a state: rules, branches, scopes. */
export function checkInner(map: WrittenMap, what: string, fields: readonly FieldSpec[], report: Report): void {
  for (const entry of map.entries) {
    const field = fields.find(({ key }) => key === entry.key);
    if (field) checkKind(entry, field, report);
    else if (entry.key === 'ProcessorConfig') report('C12', entry.keySpan, say.configInProcessor);
    else if (!(entry.key === 'Condition.$' && fields.some(({ key }) => key === 'Condition'))) {
      checkUnknownKey(entry, what, fields, report);
    }
  }
  checkTwins(map, report);
}
