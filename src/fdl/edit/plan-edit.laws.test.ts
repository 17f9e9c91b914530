import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, invertChanges } from '../../base/index.ts';
import { edits, flowTexts } from '../../testing/arbitrary.ts';
import { intended } from '../../testing/intended.ts';
import { editMessages, type FlowEdit, planEdit, readSource, type Source } from '../index.ts';
import { documentJson } from './tree.ts';

/** The beginning of the one refusal that means that we could not, rather than that the edit makes no sense. */
const gaveUp = editMessages.cannotPatch(1).slice(0, 20);

/** Plans an edit and checks what must hold for every edit of every text. */
function check(source: Source, edit: FlowEdit): string {
  const { text } = source;
  const plan = planEdit(source, edit);
  if (!plan.ok) {
    if (plan.error.message.startsWith(gaveUp)) throw new Error(`Gave up on ${JSON.stringify(edit)} in\n${text}`);
    expect(plan.error.message).not.toBe('');
    return text;
  }
  const { changes } = plan.value;
  const after = applyChanges(text, changes);
  expect(applyChanges(after, invertChanges(text, changes))).toBe(text);
  const fresh = readSource(after);
  expect(fresh.problems).toEqual([]);
  const wanted = intended(source, edit);
  if (wanted !== undefined)
    expect(documentJson(fresh), `${JSON.stringify(edit)} on\n${text}\ngave\n${after}`).toEqual(wanted);
  expect(lostComments(text, after, edit), `${JSON.stringify(edit)} on\n${text}`).toEqual([]);
  return after;
}

/** Every generated comment is numbered. Those of what was removed or written over may go. */
function lostComments(before: string, after: string, edit: FlowEdit): readonly string[] {
  const harmless = ['add-state', 'duplicate-states', 'rename-state', 'add-branch', 'paste-states'].includes(edit.type);
  if (!harmless || /End:/.test(before)) return [];
  return (before.match(/<\d+>/g) ?? []).filter((comment) => !after.includes(comment));
}

describe('laws of edits', () => {
  test('an edit changes the values exactly as meant, keeps comments, and undoing it restores the bytes', () => {
    fc.assert(
      fc.property(flowTexts, fc.array(edits, { minLength: 6, maxLength: 8 }), (text, makers) => {
        const source = readSource(text);
        expect(source.health).toBe('sound');
        for (const make of makers) check(source, make(source));
      }),
      { numRuns: 1500 },
    );
  }, 300_000);

  test('a long walk of edits can be walked back to the first byte', () => {
    fc.assert(
      fc.property(flowTexts, fc.array(edits, { minLength: 15, maxLength: 25 }), (text, makers) => {
        let source = readSource(text);
        const undos: { readonly changes: ReturnType<typeof invertChanges> }[] = [];
        for (const make of makers) {
          const plan = planEdit(source, make(source));
          if (!plan.ok || source.text.length > 20_000) continue;
          undos.push({ changes: invertChanges(source.text, plan.value.changes) });
          source = readSource(applyChanges(source.text, plan.value.changes), source);
        }
        expect(documentJson(source)).toEqual(documentJson(readSource(source.text)));
        expect(undos.reduceRight((now, { changes }) => applyChanges(now, changes), source.text)).toBe(text);
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  test('connecting changes one line, whatever stands around it', () => {
    fc.assert(
      fc.property(flowTexts, fc.nat(), fc.nat(), (text, a, b) => {
        const source = readSource(text);
        const states = source.flow.states.filter((state) => 'next' in state && !(state.next && state.end));
        const [from, to] = [states[a % Math.max(1, states.length)], source.flow.states[b % source.flow.states.length]];
        if (!from || !to || text.startsWith('{')) return;
        const plan = planEdit(source, { type: 'connect', from: from.id, outlet: { kind: 'next' }, to: to.id });
        const changes = plan.ok ? plan.value.changes : [];
        const lines = new Set(
          changes.flatMap(({ from: at, to: end }) => text.slice(0, at).split('\n').length * (end > at ? 1 : 0)),
        );
        lines.delete(0);
        expect(lines.size).toBeLessThanOrEqual(1);
        const added = changes.map(({ insert }) => insert.split('\n').length - 1).reduce((sum, n) => sum + n, 0);
        expect(added).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test('no edit of any text whatever throws', () => {
    const words = fc.constantFrom(
      'States:',
      '- ',
      'Name: ',
      'Next: A\n',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '|',
      '\t',
      '# c\n',
      'Type: Pass\n',
      ',',
      ': ',
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 25 }).map((parts) => parts.join('')),
      fc.tuple(flowTexts, fc.nat(), fc.nat(9), words).map(([text, at, drop, word]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + word + text.slice(from + drop);
      }),
    );
    fc.assert(
      fc.property(texts, fc.array(edits, { minLength: 3, maxLength: 3 }), (text, makers) => {
        const source = readSource(text);
        for (const make of makers) {
          const plan = planEdit(source, make(source));
          if (plan.ok) {
            const after = applyChanges(text, plan.value.changes);
            expect(applyChanges(after, invertChanges(text, plan.value.changes))).toBe(text);
          } else expect(plan.error.message).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
  }, 300_000);
});
