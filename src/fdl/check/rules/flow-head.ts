import { span, utf8Length } from '../../../base/index.ts';
import type { Fix } from '../../diagnostic.ts';
import { nearest } from '../../expression/spelling.ts';
import { flowNamePattern, limits } from '../../language/limits.ts';
import { language } from '../../language/states.ts';
import type { Flow } from '../../model.ts';
import { entryOf, listOf, textOf, valueOf } from '../../syntax/written-values.ts';
import type { Written, WrittenMap } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import { firstKey, isGiven, type Report, respell } from '../rule.ts';
import { checkKind } from './kinds.ts';

/** F02 to F07: the attributes of the flow itself (reference section 2). */
export function checkHead(written: WrittenMap, flowName: string | undefined, report: Report): void {
  if (textOf(valueOf(written, 'type'))?.value === 'flow' && !isGiven(written, 'States')) {
    report('F02', valueOf(written, 'type')?.span ?? firstKey(written), say.legacyFlow);
    return;
  }
  // Some other JSON or YAML: one sentence says it all.
  if (!language.flow.some(({ key }) => entryOf(written, key))) {
    report('F02', firstKey(written), say.notAFlow);
    return;
  }
  checkConstant(written, 'Type', 'StateMachine', 'F02', report);
  checkConstant(written, 'SpecVersion', 'v1', 'F03', report);
  checkName(written, flowName, report);
  if (!isGiven(written, 'StartAt')) report('F05', firstKey(written), say.missingStartAt);
  checkStates(written, report);
  for (const entry of written.entries) {
    const field = language.flow.find(({ key }) => key === entry.key);
    if (field && (field.key === 'StartAt' || field.key === 'Description')) checkKind(entry, field, report);
    if (!field) checkUnknown(entry.key, written, report);
  }
}

function checkConstant(
  written: WrittenMap,
  key: 'Type' | 'SpecVersion',
  wanted: string,
  code: 'F02' | 'F03',
  report: Report,
): void {
  const value = valueOf(written, key);
  if (value?.kind === 'scalar' && value.value === wanted) return;
  const fixes: readonly Fix[] = [
    { title: say.fixAdd(`${key}: ${wanted}`), edit: { type: 'set-flow-field', key, value: wanted } },
  ];
  const given = isGiven(written, key);
  const message = key === 'Type' ? typeMessage(written, given) : given ? say.wrongSpecVersion : say.missingSpecVersion;
  report(code, given && value ? value.span : firstKey(written), message, { fixes });
}

function typeMessage(written: WrittenMap, given: boolean): string {
  if (given) return say.wrongFlowType;
  return valueOf(written, 'States')?.kind === 'map' ? say.amazonFlow : say.missingFlowType;
}

/** F04, ruling R34: compared with a name only where there is one. */
function checkName(written: WrittenMap, flowName: string | undefined, report: Report): void {
  const value = valueOf(written, 'Name');
  if (!value || !isGiven(written, 'Name')) {
    report('F04', firstKey(written), say.missingFlowName);
    return;
  }
  const name = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
  if (!flowNamePattern.test(name)) report('F04', value.span, say.wrongFlowName);
  else if (flowName !== undefined && name !== flowName) report('F04', value.span, say.otherFlowName(flowName));
}

function checkStates(written: WrittenMap, report: Report): void {
  const states = valueOf(written, 'States');
  if (!states || !isGiven(written, 'States')) report('F06', firstKey(written), say.missingStates);
  else if (states.kind !== 'list')
    report('F06', states.span, states.kind === 'map' ? say.statesAreMap : say.statesNotList);
  else if (states.items.length === 0) report('F06', states.span, say.noStates);
}

/** F06, C01 for single items of the flow: they stand in frames of their own. */
export function checkItems(flow: Flow, reportAt: (index: number) => Report): void {
  listOf(valueOf(flow.written, 'States')).forEach((item, index) => checkItem(item, reportAt(index)));
}

/** F06, C01: an item of `States` is a mapping with something in it. */
export function checkItem(item: Written, report: Report): void {
  if (item.kind !== 'map') report('F06', item.span, say.stateNotMap);
  else if (item.entries.length === 0) report('C01', item.span, say.emptyState);
}

function checkUnknown(key: string, written: WrittenMap, report: Report): void {
  const entry = entryOf(written, key);
  if (!entry) return;
  const found = nearest(
    key,
    language.flow.map((field) => field.key),
  );
  const suggestion = found !== undefined && !entryOf(written, found) ? found : undefined;
  report('F07', entry.keySpan, say.unknownFlowKey(key, suggestion), {
    fixes: suggestion === undefined ? [] : respell(entry, suggestion),
  });
}

/** F08, ruling R37. Bytes are counted only where the number of characters does not tell. */
export function checkSize(text: string, report: Report): void {
  if (text.length * 3 <= limits.largeDefinitionBytes) return;
  const bytes = text.length > limits.definitionBytes ? text.length : utf8Length(text);
  const kib = Math.ceil(bytes / 1024).toLocaleString('en-US');
  if (bytes > limits.definitionBytes) report('F08', span(0, 0), say.tooLarge(kib));
  else if (bytes > limits.largeDefinitionBytes) report('F08', span(0, 0), say.large(kib), { severity: 'warning' });
}
