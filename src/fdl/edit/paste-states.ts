import { failure, ok, type Result } from '../../base/index.ts';
import { scopeOf } from '../ids.ts';
import { readSource } from '../syntax/read-source.ts';
import type { Source } from '../syntax/source.ts';
import { findScope, findState } from '../walk.ts';
import { borrows, settle } from './copies.ts';
import { pathOf } from './draft.ts';
import { copyOf } from './duplicate-states.ts';
import type { FlowEdit, Refusal } from './flow-edit.ts';
import { beginWith, placeAfter } from './insert-states.ts';
import { editMessages as say } from './messages.ts';
import { refuse, type Script, type Stage } from './script.ts';

/**
 * States out of the clipboard: a list of them, one state, or a whole flow, as YAML or JSON. Names become fresh ones
 * where they are taken; transitions that would lead nowhere are left out.
 */
export function* pasteStates(stage: Stage, edit: Extract<FlowEdit, { type: 'paste-states' }>): Script {
  const { source } = stage.draft;
  const scope = findScope(source.flow, edit.scope);
  if (!scope) return refuse('unknown-state', say.noSuchScope);
  const after = edit.after === undefined ? undefined : findState(source.flow, edit.after);
  if (edit.after !== undefined && (!after || scopeOf(after.id) !== edit.scope)) {
    return refuse('unknown-state', say.noSuchState(edit.after));
  }
  const pasted = readPasted(edit.yaml);
  if (!pasted.ok) return { refuse: pasted.error };
  const travellers = pasted.value.flow.states.map((state) => {
    const copy = copyOf(pasted.value, state, 'drop');
    return borrows(state.written) ? { ...copy, text: undefined } : copy;
  });
  const taken = new Set(scope.states.map((state) => state.name.value));
  const path = pathOf(stage.draft, edit.scope) ?? [];
  const place = placeAfter(stage, path, edit.after);
  const settled = yield* settle(stage, path, place, travellers, taken, (name) => (taken.has(name) ? 'keep' : 'drop'));
  const where = pathOf(stage.draft, edit.scope);
  const start = pasted.value.flow.startAt?.value;
  const first = settled.find(({ name }) => name === start) ?? settled[0];
  if (taken.size === 0 && first && where) yield* beginWith(stage, where, first.name);
  return { label: say.paste(settled.map(({ name }) => name || say.unnamed)), select: settled.map(({ key }) => key) };
}

/** Reads pasted text as a flow of its own, in whichever of its shapes it comes. */
function readPasted(yaml: string): Result<Source, Refusal> {
  const text = String(yaml)
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
  const shapes = [text, `States:\n${indented(text)}`, `States:\n${asItem(text)}`];
  let why: string | undefined;
  for (const shape of shapes) {
    const source = readSource(`${shape}\n`);
    if (source.health === 'sound' && source.problems.length === 0 && source.flow.states.some(isState))
      return ok(source);
    why ??= source.problems[0]?.message;
  }
  const message = why === undefined || text.trim() === '' ? say.notStates : say.brokenPaste(why);
  return failure({ reason: 'bad-value', message });
}

const isState = ({ written }: { readonly written: { readonly entries: readonly unknown[] } }): boolean =>
  written.entries.length > 0;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** One state becomes the only item of a list. */
function asItem(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  const margin = /^\s*/.exec(lines[first] ?? '')?.[0] ?? '';
  return lines
    .map((line, i) => (i === first ? `- ${line}` : line === '' ? '' : `  ${line}`))
    .join('\n')
    .replaceAll(`\n${margin}`, '\n');
}
