import type { State, Template } from '../../fdl/index.ts';

/** Which expression makes which value: the place in the result and the expression as written. */
export interface ValueSource {
  readonly path: readonly (string | number)[];
  readonly expression: string;
}

/** Where the values of each stage of a state come from (reference section 1.1). */
export interface StateSources {
  readonly constructed: readonly ValueSource[];
  readonly parameters: readonly ValueSource[];
  readonly output: readonly ValueSource[];
  readonly global: readonly ValueSource[];
  /** By Catch rule: what it hands on. */
  readonly caught: readonly (readonly ValueSource[])[];
}

export function sourcesOf(state: State): StateSources {
  const recovers = 'catch' in state ? state.catch : [];
  return {
    constructed: inTemplate(state.inputConstructor),
    parameters: state.type === 'Task' ? inTemplate(state.parameters) : [],
    output: inTemplate(state.outputConstructor),
    global: inTemplate(state.globalConstructor),
    caught: recovers.map((rule) => inTemplate(rule.outputConstructor)),
  };
}

function inTemplate(template: Template | undefined): readonly ValueSource[] {
  const found: ValueSource[] = [];
  if (template) collect(template, [], found);
  return found;
}

function collect(template: Template, path: ValueSource['path'], found: ValueSource[]): void {
  switch (template.kind) {
    case 'computed':
      found.push({ path, expression: template.expression.text });
      return;
    case 'object':
      for (const { key, value } of template.entries) collect(value, [...path, key], found);
      return;
    case 'list':
      template.items.forEach((item, i) => collect(item, [...path, i], found));
      return;
    default:
  }
}
