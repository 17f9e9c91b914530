import { applyChanges, type Changes, failure, isObject, lineEndOf, ok, type Result } from '../../base/index.ts';
import { rootScope, stateId } from '../ids.ts';
import { language } from '../language/states.ts';
import { readSource } from '../syntax/read-source.ts';
import type { Source } from '../syntax/source.ts';
import type { FlowEdit, Refusal } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import type { EditPlan } from './script.ts';
import { newState } from './new-state.ts';
import { blockLines } from './text/print-value.ts';

/** True for a text in which nothing is written yet, comments and document markers apart. */
export const isUnwritten = (text: string): boolean => /^\ufeff?(?:\s|---(?=\s|$)|#[^\n]*)*$/.test(text);

/** The first state of an empty text brings the flow around it along. */
export function beginFlow(
  source: Source,
  { state }: Extract<FlowEdit, { type: 'add-state' }>,
): Result<EditPlan, Refusal> {
  if (!Object.hasOwn(language.states, state.type))
    return failure({ reason: 'bad-value', message: say.noSuchType(state.type) });
  const name = state.name ?? state.type;
  const { text } = source;
  const eol = lineEndOf(text);
  const look = {
    eol,
    indent: 2,
    dash: 2,
    gap: ' ',
    quote: 'double',
    keys: 'plain',
    texts: 'plain',
    padded: false,
    literals: true,
    colon: ': ',
    comma: ', ',
    inBrackets: new Set<string>(),
  } as const;
  const flow = {
    Type: 'StateMachine',
    Name: say.newFlowName,
    SpecVersion: 'v1',
    StartAt: name,
    States: [newState(false, state, name, 'end')],
  };
  const lead = /[^\n\ufeff]$/.test(text) ? eol : '';
  const changes: Changes = [
    { from: text.length, to: text.length, insert: lead + blockLines(flow, look).join(eol) + eol },
  ];
  const id = stateId(rootScope, name);
  const read = readSource(applyChanges(text, changes)).flow.states[0];
  if (!isObject(read?.written) || read.id !== id) return failure({ reason: 'bad-value', message: say.notJson });
  return ok({ changes, label: say.add(state.type, name), select: [id] });
}
