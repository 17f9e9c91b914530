import { pathsUsed } from '../../expression/walk.ts';
import { nearest } from '../../expression/spelling.ts';
import { knownActions, knownServices, modesOf, serviceIn } from '../../language/actions.ts';
import { limits } from '../../language/limits.ts';
import { type TaskMode, taskModes, type TaskState } from '../../model.ts';
import { entryOf, mapOf, numberOf, valueOf } from '../../syntax/written-values.ts';
import type { Written, WrittenMap } from '../../written.ts';
import type { Texts } from '../expressions-of.ts';
import { checkMessages as say } from '../messages.ts';
import { orComputed } from './fixed-text.ts';
import { firstKey, isGiven, isGivenEither, type Mode, placeOfMissing, type Report } from '../rule.ts';

const actionForm = /^[^\s:]+:[^\s:]+$/;

/** T01 to T09: what a Task calls and how (reference sections 4.1 and 9). */
export function checkTask(state: TaskState, texts: Texts, mode: Mode, report: Report): void {
  const action = checkAction(state, report);
  const taskMode = checkMode(state, mode, report);
  checkTimeout(state, report);
  if (action === undefined) return;
  const service = serviceIn(action);
  if (taskMode) checkSupport(state, service, taskMode, report);
  if (action === 'FC:InvokeFunction') checkFunctionCall(state, taskMode, report);
  if (action === 'HTTP:Request') checkHttp(state, report);
  if (taskMode === 'WaitForCustomCallback' && service !== 'HTTP') checkToken(state, texts, report);
}

function checkAction(state: TaskState, report: Report): string | undefined {
  const value = valueOf(state.written, 'Action');
  if (!value || !isGiven(state.written, 'Action')) {
    report('T01', placeOfMissing(state), say.missingAction);
    return undefined;
  }
  const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
  if (!actionForm.test(text)) {
    report('T01', value.span, say.badAction);
    return undefined;
  }
  const service = serviceIn(text);
  if (!knownServices.includes(service)) {
    report('T01', value.span, say.unknownService(service, nearest(service, knownServices)), { severity: 'hint' });
  }
  return text;
}

/** T02 and T03; answers the mode in effect where it is a valid one. */
function checkMode(state: TaskState, mode: Mode, report: Report): TaskMode | undefined {
  if (!isGiven(state.written, 'TaskMode')) return 'RequestComplete';
  const value = valueOf(state.written, 'TaskMode');
  const known = taskModes.find((name) => name === state.taskMode?.value);
  if (!known) {
    const suggestion = nearest(state.taskMode?.value ?? '', taskModes);
    const edit = { type: 'set-field', state: state.id, path: ['TaskMode'], value: suggestion ?? '' } as const;
    const fixes = suggestion === undefined ? [] : [{ title: say.fixSpelling(suggestion), edit }];
    report('T02', value?.span ?? placeOfMissing(state), say.badTaskMode(taskModes, suggestion), { fixes });
  } else if (mode === 'Express' && known !== 'RequestComplete')
    report('T03', value?.span ?? state.span, say.expressMode);
  return known;
}

function checkSupport(state: TaskState, service: string, taskMode: TaskMode, report: Report): void {
  const supported = modesOf(service);
  const place = state.taskMode?.span;
  if (place && !supported.includes(taskMode)) report('T04', place, say.unsupportedMode(service, supported));
}

/** T05, decision U41. */
function checkTimeout({ written }: TaskState, report: Report): void {
  const value = valueOf(written, 'Timeout');
  if (!value || !isGiven(written, 'Timeout')) return;
  const seconds = numberOf(value);
  const fine = seconds !== undefined && Number.isInteger(seconds) && seconds >= 0 && seconds <= limits.timeoutSeconds;
  if (!fine) report('T05', value.span, orComputed(say.badTimeout, 'Timeout', value));
}

function parametersOf(state: TaskState): WrittenMap | undefined {
  return mapOf(valueOf(state.written, 'Parameters'));
}

/** A parameter is missing: at the first parameter, or at the state's name where there are none (ruling R33). */
function reportMissing(state: TaskState, action: string, key: string, code: 'T06' | 'T09', report: Report): void {
  const parameters = parametersOf(state);
  if (entryOf(state.written, 'Parameters.$') || (parameters && isGivenEither(parameters, key))) return;
  const place = parameters && parameters.entries.length > 0 ? firstKey(parameters) : placeOfMissing(state);
  report(code, place, say.missingParameter(action, key));
}

/** A parameter written as fixed text. */
function literal(state: TaskState, key: string): { readonly text: string; readonly at: Written } | undefined {
  const at = valueOf(parametersOf(state), key);
  if (!at || (at.kind === 'scalar' && at.value === null)) return undefined;
  return { text: at.kind === 'scalar' ? String(at.value) : '', at };
}

const arnForm = /^acs:fc:[^:]*:[^:]*:(?:services\/[^/]+\/functions\/.+|functions\/.+)$/;

function checkFunctionCall(state: TaskState, taskMode: TaskMode | undefined, report: Report): void {
  for (const key of ['resourceArn', 'invocationType']) reportMissing(state, 'FC:InvokeFunction', key, 'T06', report);
  const arn = literal(state, 'resourceArn');
  if (arn && !arnForm.test(arn.text)) report('T06', arn.at.span, say.badArn);
  const type = literal(state, 'invocationType');
  if (type && type.text !== 'Sync' && type.text !== 'Async') report('T06', type.at.span, say.badInvocationType);
  if (type?.text === 'Sync' && taskMode !== undefined && taskMode !== 'RequestComplete') {
    report('T07', type.at.span, say.syncCallback(taskMode));
  }
}

const methods =
  knownActions.find(({ action }) => action === 'HTTP:Request')?.parameters.find(({ key }) => key === 'method')
    ?.options ?? [];

function checkHttp(state: TaskState, report: Report): void {
  for (const key of ['url', 'method']) reportMissing(state, 'HTTP:Request', key, 'T09', report);
  const method = literal(state, 'method');
  if (method && !methods.includes(method.text.toUpperCase())) report('T09', method.at.span, say.badMethod(methods));
}

/** T08, ruling R39: only a computed parameter hands the token out. */
function checkToken(state: TaskState, texts: Texts, report: Report): void {
  const handsOut = texts.computed.some(
    ({ place, expression }) =>
      (place === 'parameters' || place === 'field') &&
      pathsUsed(expression.root).some(
        ({ root, keys }) => root === '$Context' && keys.join('.').startsWith('Current.TaskToken'),
      ),
  );
  if (!handsOut) report('T08', placeOfMissing(state), say.tokenMissing);
}
