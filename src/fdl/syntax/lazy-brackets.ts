import type * as Brackets from './brackets.ts';

/**
 * What reads lists in brackets state by state. A page fetches it beside the YAML library (`yamlReady`): the example is
 * read without either, and the weight of what is needed before the first drawing counts. Until it is there a text in
 * brackets is read whole, which comes to the same.
 */
let brackets: typeof Brackets | undefined;

export async function bracketsReady(): Promise<void> {
  brackets ??= await import('./brackets.ts');
}

export const bracketReader = (): typeof Brackets | undefined => brackets;
