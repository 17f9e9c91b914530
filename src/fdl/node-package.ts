/** A package at the moment of need, where modules can be had synchronously: in Node, not in a page. */
interface NodeModules {
  readonly createRequire: (from: string) => (id: string) => unknown;
}
interface NodeLike {
  readonly process?: { readonly getBuiltinModule?: (name: string) => NodeModules | undefined };
}

/** `undefined` in a page, and in a bundle on its own that carries its packages another way. */
export function nodePackage(id: string): unknown {
  const here = (import.meta as { readonly url?: string }).url;
  if (here === undefined) return undefined;
  try {
    return (globalThis as NodeLike).process?.getBuiltinModule?.('node:module')?.createRequire(here)(id);
  } catch {
    return undefined;
  }
}
