import type * as Yaml from 'yaml';
import { invariant } from '../../base/index.ts';
import { nodePackage } from '../node-package.ts';
import { bracketsReady } from './lazy-brackets.ts';

/**
 * The YAML library, a tenth of what a page would load before its first drawing, and most texts are read without it. It
 * is there at once in Node; a page fetches it beside everything else and waits for it before it reads a text that
 * somebody wrote. What reads lists in brackets comes with it.
 */
export type YamlLibrary = Pick<typeof Yaml, 'isAlias' | 'isMap' | 'isScalar' | 'isSeq' | 'parseDocument'>;

let library: YamlLibrary | undefined;
let arriving: Promise<void> | undefined;

/** Whether every text can be read; `yamlReady` waits until it can. */
export const isYamlReady = (): boolean => library !== undefined;

/** Rejects when the library cannot be had; asked again it tries again. */
export function yamlReady(): Promise<void> {
  arriving ??= Promise.all([import('yaml'), bracketsReady()]).then(
    ([loaded]) => {
      library = loaded;
    },
    (problem: unknown) => {
      arriving = undefined;
      throw problem;
    },
  );
  return arriving;
}

export function yamlLibrary(): YamlLibrary {
  library ??= nodePackage('yaml') as YamlLibrary | undefined;
  invariant(library, 'a text was read before the YAML library was there');
  return library;
}
