import fc from 'fast-check';
import { test } from 'vitest';
import { applyChanges, invertChanges } from '../../base/index.ts';
import { edits, flowTexts } from '../../testing/arbitrary.ts';
import { planEdit, readSource } from '../index.ts';
import { documentJson } from './tree.ts';
import { deepEqual } from '../../base/index.ts';
test('collect', () => {
  const found = new Map<string, { n: number; text: string; info: string }>();
  const stats: Record<string, number> = {};
  const N = Number(process.env['N'] ?? 2000),
    SEED = Number(process.env['SEED'] ?? 1);
  const note = (key: string, text: string, info: string) => {
    const f = found.get(key);
    if (!f || f.text.length > text.length) found.set(key, { n: (f?.n ?? 0) + 1, text, info });
    else f.n++;
  };
  for (const [text, edit] of fc.sample(fc.tuple(flowTexts, edits), { numRuns: N, seed: SEED })) {
    const source = readSource(text);
    if (source.problems.length) {
      note('unsound ' + source.problems[0]!.message.slice(0, 40), text, JSON.stringify(source.problems[0]));
      continue;
    }
    const wanted = edit(source);
    try {
      const plan = planEdit(source, wanted);
      const k = wanted.type + (plan.ok ? ' ok' : ' ' + plan.error.reason);
      stats[k] = (stats[k] ?? 0) + 1;
      if (!plan.ok) {
        if (plan.error.message.startsWith('What is written'))
          note('gaveup ' + wanted.type, text, JSON.stringify(wanted) + plan.error.message);
        continue;
      }
      const after = applyChanges(text, plan.value.changes);
      if (applyChanges(after, invertChanges(text, plan.value.changes)) !== text)
        note('invert ' + wanted.type, text, JSON.stringify(wanted));
      const fresh = readSource(after);
      if (fresh.problems.length) note('problem ' + wanted.type, text, JSON.stringify(wanted) + '\n' + after);
      if (!deepEqual(documentJson(readSource(after, source)), documentJson(fresh)))
        note('incremental ' + wanted.type, text, JSON.stringify(wanted) + '\n' + after);
      if (
        wanted.type !== 'set-field' &&
        wanted.type !== 'connect' &&
        wanted.type !== 'clear-field' &&
        wanted.type !== 'remove-states' &&
        wanted.type !== 'disconnect' &&
        wanted.type !== 'remove-branch'
      ) {
        const c = (t: string) => [...t.matchAll(/<(\d+)>/g)].map((m) => m[1]);
        const b = c(after);
        const lost = c(text).filter((x) => !b.includes(x));
        if (lost.length) note('comment ' + wanted.type, text, JSON.stringify(wanted) + lost + '\n---\n' + after);
      }
    } catch (e) {
      note(
        'throw ' + wanted.type + (e as Error).message.slice(0, 50),
        text,
        JSON.stringify(wanted) + (e as Error).stack!.split('\n').slice(0, 6).join('\n'),
      );
    }
  }
  let out = JSON.stringify(stats, null, 1) + '\n';
  for (const [k, f] of found) out += `\n##### ${k} x${f.n}\n${f.info}\n-----\n${f.text}\n`;
  console.log(out);
}, 600000);
