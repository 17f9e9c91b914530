/** Outputs to begin a report with: what the usual approver says, and what the state itself reads of it. */
import { isObject, type Json, type JsonObject, setOwn } from '../../base/index.ts';
import { type Expression, findState, type Flow, pathsUsed, type StateId, type Template } from '../../fdl/index.ts';

export function outputTemplates(flow: Flow, state: StateId): readonly string[] {
  const read = readOfOutput(flow, state);
  const texts = [read, { approved: true }, { approved: false }, {}].map((value) => JSON.stringify(value));
  return [...new Set(texts)];
}

/** An object with every `$Output` path the state's constructors read. */
function readOfOutput(flow: Flow, id: StateId): JsonObject {
  const state = findState(flow, id);
  const made: Record<string, Json> = {};
  for (const expression of [state?.outputConstructor, state?.globalConstructor].flatMap(expressionsIn)) {
    for (const { root, keys } of pathsUsed(expression)) if (root === '$Output') place(made, keys);
  }
  return made;
}

function place(into: Record<string, Json>, keys: readonly (string | number | undefined)[]): void {
  const names = keys.filter((key): key is string => typeof key === 'string');
  let here = into;
  names.forEach((name, i) => {
    const known = Object.hasOwn(here, name) ? here[name] : undefined;
    if (i === names.length - 1) {
      if (known === undefined) setOwn<Json>(here, name, '');
      return;
    }
    const next: Record<string, Json> = isObject(known) ? { ...known } : {};
    setOwn<Json>(here, name, next);
    here = next;
  });
}

function expressionsIn(template: Template | undefined): readonly Expression[] {
  switch (template?.kind) {
    case 'computed':
      return [template.expression.root];
    case 'object':
      return template.entries.flatMap(({ value }) => expressionsIn(value));
    case 'list':
      return template.items.flatMap(expressionsIn);
    default:
      return [];
  }
}
