import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Changes, makeChanges } from '../base/index.ts';
import { readSource } from '../fdl/index.ts';
import type { DocumentState, Transaction } from '../workbench/index.ts';
import { bindModel, type BoundModel, type ContentChange } from './bind-model.ts';
import { lineMap, plainText } from './line-map.ts';

/** A text model that treats line ends as Monaco does: one kind for all, that of the majority; no byte order mark. */
function fakeModel(text: string) {
  let content = '';
  let eol = '\n';
  let listener: (event: ContentChange) => void = () => undefined;
  const load = (fresh: string): void => {
    const crlf = fresh.match(/\r\n/g)?.length ?? 0;
    const all = fresh.match(/\r\n|\n|\r/g)?.length ?? 0;
    eol = crlf > all / 2 ? '\r\n' : '\n';
    content = plainText(fresh);
  };
  load(text);
  const model: BoundModel = {
    getValue: () => content.replaceAll('\n', eol),
    getValueLength: () => content.replaceAll('\n', eol).length,
    getLineCount: () => content.split('\n').length,
    getEOL: () => eol,
    setValue: (fresh) => {
      load(fresh);
      listener({ changes: [], isFlush: true });
    },
    applyEdits: (edits) => {
      const map = lineMap(content);
      const changes = edits.map((edit) => ({ ...map.spanOf(edit.range), insert: plainText(edit.text) }));
      content = applyChanges(content, makeChanges(changes));
      listener({ changes: edits.map(({ range, text: inserted }) => ({ range, text: inserted })), isFlush: false });
    },
    onDidChangeContent: (heard) => {
      listener = heard;
      return { dispose: () => (listener = () => undefined) };
    },
  };
  /** Types as a person does: with Monaco's own line ends. */
  const type = (from: number, to: number, insert: string): void =>
    model.applyEdits([{ range: lineMap(content).rangeOf({ from, to }), text: insert.replaceAll('\n', eol) }]);
  return { model, type, content: () => content, tamper: (fresh: string) => (content = fresh) };
}

/** As much of the workbench as the binding needs. */
function fakeWorkbench(text: string) {
  const listeners = new Set<(transaction: Transaction, after: DocumentState) => void>();
  const sent: Transaction[] = [];
  const notices: string[] = [];
  const open = (fresh: string): DocumentState => ({
    revision: 0,
    text: fresh,
    source: readSource(''),
    lastReadable: readSource(''),
    diagnostics: [],
    check: () => [],
    positions: new Map(),
    history: { done: [], undone: [] },
  });
  let document = open(text);
  const dispatch = (transaction: Transaction): void => {
    sent.push(transaction);
    document = { ...document, text: applyChanges(document.text, transaction.changes) };
    listeners.forEach((listener) => listener(transaction, document));
  };
  return {
    sent,
    notices,
    text: () => document.text,
    change: (changes: Changes, origin: Transaction['origin'] = 'canvas') =>
      dispatch({ changes, origin, label: '', time: 0 }),
    openText: (fresh: string) => {
      document = open(fresh);
      listeners.forEach((listener) => listener({ changes: [], origin: 'open', label: '', time: 0 }, document));
    },
    workbench: {
      getState: () => ({ document }) as ReturnType<Parameters<typeof bindModel>[1]['getState']>,
      dispatch,
      now: () => 0,
      notify: ({ text: said }: { text: string }) => void notices.push(said),
      onTransaction: (listener: (transaction: Transaction, after: DocumentState) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

function bound(text: string) {
  const editor = fakeModel(text);
  const bench = fakeWorkbench(text);
  const heard: Transaction[] = [];
  const binding = bindModel(
    editor.model,
    bench.workbench,
    () => ({ from: 1, to: 2 }),
    (t) => heard.push(t),
  );
  return { editor, bench, heard, binding };
}

describe('from the editor to the document', () => {
  test('what is typed becomes one transaction, with what was selected before', () => {
    const { editor, bench, heard } = bound('a: 1\nb: 2\n');
    editor.type(3, 4, '77');
    expect(bench.text()).toBe('a: 77\nb: 2\n');
    expect(bench.sent).toMatchObject([
      { origin: 'editor', changes: [{ from: 3, to: 4, insert: '77' }], caretBefore: { from: 1, to: 2 } },
    ]);
    expect(heard).toEqual([]);
  });

  test('byte order mark and line ends stay as they are, new lines end like their neighbours', () => {
    const { editor, bench } = bound('\ufeffa: 1\r\nb: 2\nc: 3\r\n');
    editor.type(4, 4, '\nx: 1');
    expect(bench.text()).toBe('\ufeffa: 1\r\nx: 1\r\nb: 2\nc: 3\r\n');
    editor.type(14, 14, '\ny: 1');
    expect(bench.text()).toBe('\ufeffa: 1\r\nx: 1\r\nb: 2\ny: 1\nc: 3\r\n');
    editor.type(0, 5, '');
    expect(bench.text()).toBe('\ufeffx: 1\r\nb: 2\ny: 1\nc: 3\r\n');
  });
});

describe('from the document to the editor', () => {
  test('the same changes are applied and do not come back', () => {
    const { editor, bench, heard } = bound('a: 1\r\nb: 2\r\n');
    bench.change([
      { from: 3, to: 4, insert: '9' },
      { from: 12, to: 12, insert: 'c: 3\r\n' },
    ]);
    expect(editor.content()).toBe('a: 9\nb: 2\nc: 3\n');
    expect(bench.sent).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });

  test('another flow is loaded as a whole', () => {
    const { editor, bench } = bound('a: 1\n');
    bench.openText('\ufeffz: 1\r\n');
    expect(editor.content()).toBe('z: 1\n');
    editor.type(3, 4, '2');
    expect(bench.text()).toBe('\ufeffz: 2\r\n');
  });

  test('another flow may be loaded a moment later; what happens before that comes to the document as it is', () => {
    const editor = fakeModel('a: 1\n');
    const bench = fakeWorkbench('a: 1\n');
    const later: (() => void)[] = [];
    const soon = (work: () => void): void => void later.push(work);
    bindModel(
      editor.model,
      bench.workbench,
      () => undefined,
      () => undefined,
      { soon, between: soon, filled: () => undefined },
    );

    bench.openText('b: 2\n');
    expect(editor.content()).toBe('a: 1\n');
    later.shift()?.();
    expect(editor.content()).toBe('b: 2\n');

    bench.openText('c: 3\n');
    editor.type(4, 4, '7');
    expect(editor.content()).toBe('c: 3\n');
    expect(bench.text()).toBe('c: 3\n');

    bench.openText('d: 4\n');
    bench.change([{ from: 3, to: 4, insert: '5' }]);
    expect(editor.content()).toBe('d: 5\n');
    later.forEach((work) => work());
    expect(editor.content()).toBe('d: 5\n');
    expect(bench.text()).toBe('d: 5\n');
  });

  test('a lost step heals itself: the document is right', () => {
    const { editor, bench } = bound('a: 1\n');
    editor.tamper('something else');
    bench.change([{ from: 3, to: 4, insert: '2' }]);
    expect(editor.content()).toBe('a: 2\n');
    expect(bench.notices).toHaveLength(1);
    editor.tamper('a: 2\n\n\n');
    editor.type(0, 1, 'b');
    expect(editor.content()).toBe(plainText(bench.text()));
  });

  test('after letting go nothing passes any more', () => {
    const { editor, bench, binding } = bound('a: 1\n');
    binding.dispose();
    bench.change([{ from: 0, to: 1, insert: 'b' }]);
    editor.type(3, 4, '7');
    expect([editor.content(), bench.text()]).toEqual(['a: 7\n', 'b: 1\n']);
  });
});

describe('a text of megabytes', () => {
  /** A binding whose slow work is done when told. */
  function patient(text: string) {
    const editor = fakeModel('');
    const bench = fakeWorkbench(text);
    const later: (() => void)[] = [];
    const filled: string[] = [];
    const between = (work: () => void): void => void later.push(work);
    const none = () => undefined;
    bindModel(editor.model, bench.workbench, none, none, {
      soon: between,
      between,
      filled: () => filled.push(editor.content()),
    });
    return { editor, bench, filled, goOn: () => later.shift()?.(), left: () => later.length };
  }
  const long = (end: string): string =>
    Array.from(
      { length: 9_000 },
      (_, i) => `- Name: state number ${i}, one of many states${end}  Type: Pass${end}`,
    ).join('');

  test.each(['\n', '\r\n', ' '])('is put in bit by bit, lines ended by %j', (end) => {
    const { editor, bench, filled, goOn, left } = patient(`\ufeff${long(end)}`);
    const first = editor.content().length;
    expect(first).toBeGreaterThan(10_000);
    expect(first).toBeLessThan(200_000);
    for (let i = 0; left() > 0 && i < 100; i += 1) goOn();
    expect(editor.content()).toBe(plainText(bench.text()));
    expect(filled).toEqual([editor.content()]);
    expect(bench.sent).toEqual([]);
  });

  test('another one that is opened meanwhile takes its place', () => {
    const { editor, bench, goOn, left } = patient(long('\n'));
    goOn();
    bench.openText('a: 1\n');
    for (let i = 0; left() > 0 && i < 100; i += 1) goOn();
    expect(editor.content()).toBe('a: 1\n');
  });

  test('law: what changes meanwhile on either side is in both at the end', () => {
    const text = long('\n');
    const step = fc.record({
      kind: fc.constantFrom('type', 'change', 'go on'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 1, 60, 200_000),
      insert: fc.constantFrom('', 'x', '\n', 'a: 1\n'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { editor, bench, goOn, left } = patient(text);
        for (const { kind, at, length, insert } of steps) {
          const side = kind === 'type' ? editor.content() : bench.text();
          const from = Math.floor(at * side.length);
          const to = Math.min(side.length, from + length);
          if (kind === 'go on') goOn();
          else if (kind === 'type') editor.type(from, to, insert);
          else bench.change(makeChanges([{ from, to, insert }]));
          expect(bench.text().startsWith(editor.content())).toBe(true);
        }
        for (let i = 0; left() > 0 && i < 100; i += 1) goOn();
        expect(editor.content()).toBe(bench.text());
        expect(bench.notices).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('law: whoever changes what, both sides show the same text, and foreign text keeps its bytes', () => {
  const piece = fc.constantFrom('a', '云', ' ', '\n', '\r\n', 'b: c');
  const text = fc.array(piece).map((parts) => parts.join(''));
  const step = fc.record({ typed: fc.boolean(), at: fc.nat(), length: fc.nat(4), insert: text });
  fc.assert(
    fc.property(fc.constantFrom('', '\ufeff'), text, fc.array(step, { maxLength: 6 }), (bom, start, steps) => {
      const { editor, bench } = bound(bom + start);
      for (const { typed, at, length, insert } of steps) {
        const side = typed ? editor.content() : bench.text();
        const least = typed ? 0 : bom.length;
        const from = least + (at % (side.length - least + 1));
        const to = Math.min(side.length, from + length);
        if (typed) editor.type(from, to, plainText(insert));
        else {
          const expected = side.slice(0, from) + insert + side.slice(to);
          bench.change(makeChanges([{ from, to, insert }]));
          expect(bench.text()).toBe(expected);
        }
        expect(editor.content()).toBe(plainText(bench.text()));
      }
    }),
    { numRuns: 500 },
  );
});
