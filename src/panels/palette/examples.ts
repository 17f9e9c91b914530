/** Example flows that come with the page: a list in `examples/index.json`, loaded when somebody looks. */
import { isList, isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Workbench } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

export interface Example {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly input: Json | undefined;
  readonly functions: Json | undefined;
}

const folder = `${import.meta.env.BASE_URL}examples/`;
let loading: Promise<readonly Example[]> | undefined;

/** The examples; an empty list where they cannot be loaded. */
export function listExamples(): Promise<readonly Example[]> {
  loading ??= fetch(`${folder}index.json`)
    .then((answer) => answer.json() as Promise<Json>)
    .then(readList)
    .catch(() => {
      loading = undefined;
      return [];
    });
  return loading;
}

/** Opens an example as a flow of the person's own, with an input and answers that go with it. */
export async function openExample(workbench: Workbench, example: Example): Promise<void> {
  try {
    const answer = await fetch(`${folder}${encodeURIComponent(example.file)}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const bytes = await answer.arrayBuffer();
    await workbench.openText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), example.title);
  } catch {
    return workbench.notify({ tone: 'error', text: messages.palette.exampleGone(example.title) });
  }
  const input = example.input === undefined ? '' : JSON.stringify(example.input, null, 2);
  const { cardsOf } = await import('./example-cards.ts');
  workbench.setSettings({ input, cards: cardsOf(example.functions) });
}

function readList(value: Json): readonly Example[] {
  const list = isObject(value) ? (value['examples'] ?? []) : value;
  return isList(list) ? list.map(readExample).filter((example) => example !== undefined) : [];
}
function readExample(value: Json): Example | undefined {
  if (!isObject(value)) return undefined;
  const file = textOf(value, 'file') ?? textOf(value, 'flow');
  const title = textOf(value, 'title');
  if (file === undefined || title === undefined) return undefined;
  return {
    file,
    title,
    description: textOf(value, 'description') ?? '',
    input: value['input'],
    functions: value['functions'],
  };
}
const textOf = (value: JsonObject, key: string): string | undefined => {
  const found = value[key];
  return typeof found === 'string' ? found : undefined;
};
