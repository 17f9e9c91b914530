import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, invertChanges } from '../../base/index.ts';
import { edits } from '../../testing/arbitrary-edits.ts';
import { flowTexts } from '../../testing/arbitrary.ts';
import { checkEdit } from '../../testing/edit-laws.ts';
import { planEdit, readSource } from '../index.ts';
import { pathOfNode } from './paths.ts';
import { documentJson, slotAt } from './tree.ts';

/** Always the same cases here; `npm run fuzz` tries others. */
const seed = 20_261_125;

const breaksIn = (text: string): number => text.split('\n').length - 1;

describe('laws of edits', () => {
  test('an edit changes the values exactly as meant, keeps comments, and undoing it restores the bytes', () => {
    fc.assert(
      fc.property(flowTexts, fc.array(edits, { minLength: 6, maxLength: 8 }), (text, makers) => {
        const source = readSource(text);
        expect(source.health).toBe('sound');
        for (const make of makers) checkEdit(source, make(source));
      }),
      { numRuns: 1500, seed },
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
      { numRuns: 60, seed },
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
        const added = changes.map(({ insert }) => breaksIn(insert)).reduce((sum, n) => sum + n, 0);
        // Whatever the name: one of several lines is written on one, with escapes.
        expect(added).toBeLessThanOrEqual(1);
        // Lines go only where the old entry, from its key to its value, took several: a literal block, or a value below.
        const gone = changes
          .map(({ from: at, to: end }) => breaksIn(text.slice(at, end)))
          .reduce((sum, n) => sum + n, 0);
        const owner = pathOfNode(source.flow, from.id) ?? [];
        const old = slotAt(source, [...owner, 'Next']) ?? slotAt(source, [...owner, 'End']);
        expect(gone).toBeLessThanOrEqual(old ? breaksIn(text.slice(old.key?.from ?? old.from, old.to)) : 0);
      }),
      { numRuns: 300, seed },
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
      { numRuns: 600, seed },
    );
  }, 300_000);
});
