import type { WrittenExpression } from '../expression/ast.ts';
import type { State } from '../model.ts';
import { isComputedKey, readExpression } from '../syntax/read-template.ts';
import { listOf, mapOf, valueOf } from '../syntax/written-values.ts';
import type { Written, WrittenEntry, WrittenMap, WrittenScalar } from '../written.ts';

/** What may be read there differs: `$Output`, `$Item`, whether the value has to be a Bool. */
export type ExpressionPlace =
  'input' | 'output' | 'global' | 'parameters' | 'item' | 'catch' | 'field' | 'condition' | 'items';

export interface PlacedExpression {
  readonly place: ExpressionPlace;
  readonly expression: WrittenExpression;
}
/** A value in a constructor or in Parameters that is not computed, with the entry or list it stands in. */
export interface FixedText {
  readonly scalar: WrittenScalar;
  readonly entry: WrittenEntry | undefined;
}
/** What the templates and expressions of one state are made of. */
export interface Texts {
  readonly expressions: readonly PlacedExpression[];
  /** `.$` entries whose value is no text. */
  readonly notText: readonly WrittenEntry[];
  readonly computed: readonly (PlacedExpression & { readonly entry: WrittenEntry })[];
  readonly fixed: readonly FixedText[];
  /** The mappings in templates: each may give a key twice, with and without `.$`. */
  readonly maps: readonly WrittenMap[];
}

const templates: readonly (readonly [key: string, place: ExpressionPlace])[] = [
  ['InputConstructor', 'input'],
  ['OutputConstructor', 'output'],
  ['GlobalConstructor', 'global'],
  ['Parameters', 'parameters'],
  ['ItemConstructor', 'item'],
  ['ItemReader', 'parameters'],
  ['ItemBatcher', 'parameters'],
  ['ResultWriter', 'parameters'],
];
const fields: readonly string[] = [
  'Timeout.$',
  'Seconds.$',
  'MaxConcuccency.$',
  'MaxConcurrency.$',
  'Code.$',
  'Detail.$',
  'Parameters.$',
];

/** Gathers every expression of a state and every fixed text beside them, in one walk. */
export function textsOf(state: State): Texts {
  const gathering = new Gathering();
  const { written } = state;
  for (const entry of written.entries) {
    const template = templates.find(([key]) => key === entry.key);
    if (template) gathering.template(entry.value, template[1], entry);
    else if (fields.includes(entry.key)) gathering.computedEntry(entry, 'field');
    else if (entry.key === 'Code' || entry.key === 'Detail') gathering.template(entry.value, 'field', entry);
    else if (entry.key === 'ItemsPath' || entry.key === 'ItemsPath.$') gathering.plain(entry.value, 'items');
  }
  for (const rule of listOf(valueOf(written, 'Catch'))) {
    const output = valueOf(mapOf(rule), 'OutputConstructor');
    if (output) gathering.template(output, 'catch', undefined);
  }
  if (state.type === 'Choice') {
    const items = listOf(valueOf(written, 'Branches'));
    state.branches.forEach(({ condition }, i) => {
      // What is no single value is said to be none (H03), not to be a mistake in an expression.
      const given = valueOf(mapOf(items[i]), 'Condition');
      if (condition && given?.kind !== 'map' && given?.kind !== 'list') gathering.add('condition', condition);
    });
  }
  return gathering;
}

class Gathering implements Texts {
  readonly expressions: PlacedExpression[] = [];
  readonly notText: WrittenEntry[] = [];
  readonly computed: (PlacedExpression & { readonly entry: WrittenEntry })[] = [];
  readonly fixed: FixedText[] = [];
  readonly maps: WrittenMap[] = [];

  add(place: ExpressionPlace, expression: WrittenExpression): void {
    this.expressions.push({ place, expression });
  }

  plain(value: Written, place: ExpressionPlace): void {
    if (value.kind === 'scalar' && typeof value.value === 'string') this.add(place, readExpression(value));
  }

  computedEntry(entry: WrittenEntry, place: ExpressionPlace): void {
    const { value } = entry;
    if (value.kind !== 'scalar' || typeof value.value !== 'string') {
      this.notText.push(entry);
      return;
    }
    const expression = readExpression(value);
    this.add(place, expression);
    this.computed.push({ place, expression, entry });
  }

  template(value: Written, place: ExpressionPlace, entry: WrittenEntry | undefined): void {
    if (value.kind === 'map') this.#map(value, place);
    else if (value.kind === 'list') for (const item of value.items) this.template(item, place, undefined);
    else if (typeof value.value === 'string') this.fixed.push({ scalar: value, entry });
  }

  #map(map: WrittenMap, place: ExpressionPlace): void {
    this.maps.push(map);
    for (const entry of map.entries) {
      if (isComputedKey(entry.key)) this.computedEntry(entry, place);
      else this.template(entry.value, place, entry);
    }
  }
}
