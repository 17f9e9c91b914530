/** What must hold for every edit of every text, for the laws in the test run and the longer fuzz run. */
import { expect } from 'vitest';
import { applyChanges, deepEqual, invertChanges, type Json } from '../base/index.ts';
import { editMessages, type FlowEdit, jsonOf, planEdit, readSource, type Source } from '../fdl/index.ts';
import { intended } from './intended.ts';

const valuesOf = ({ flow }: Source): Json => (flow.written ? jsonOf(flow.written) : null);

/** The beginning of the one refusal that means that we could not, rather than that the edit makes no sense. */
const gaveUp = editMessages.cannotPatch(1).slice(0, 20);

/** Plans an edit and checks what must hold for every edit of every text. */
export function checkEdit(source: Source, edit: FlowEdit): string {
  const { text } = source;
  const plan = planEdit(source, edit);
  if (!plan.ok) {
    if (plan.error.message.startsWith(gaveUp)) throw new Error(`Gave up on ${JSON.stringify(edit)} in\n${text}`);
    expect(plan.error.message).not.toBe('');
    return text;
  }
  const { changes } = plan.value;
  const after = applyChanges(text, changes);
  if (applyChanges(after, invertChanges(text, changes)) !== text)
    expect(invertChanges(text, changes)).toBe('an inverse');
  const fresh = readSource(after);
  if (fresh.problems.length > 0) expect(fresh.problems, after).toEqual([]);
  const wanted = intended(source, edit);
  if (wanted !== undefined && !deepEqual(valuesOf(fresh), wanted)) {
    expect(valuesOf(fresh), `${JSON.stringify(edit)} on\n${text}\ngave\n${after}`).toEqual(wanted);
  }
  const lost = lostComments(text, after, edit);
  if (lost.length > 0) expect(lost, `${JSON.stringify(edit)} on\n${text}`).toEqual([]);
  return after;
}

/** Every generated comment is numbered. Those of what was removed or written over may go. */
function lostComments(before: string, after: string, edit: FlowEdit): readonly string[] {
  const harmless = ['add-state', 'duplicate-states', 'rename-state', 'add-branch', 'paste-states'].includes(edit.type);
  if (!harmless || /End["']?:/.test(before)) return [];
  return (before.match(/<\d+>/g) ?? []).filter((comment) => !after.includes(comment));
}
