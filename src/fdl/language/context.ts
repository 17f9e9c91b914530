import { about } from './messages.ts';

export interface ContextPath {
  /** Below `$Context`, keys joined by dots. */
  readonly path: string;
  readonly about: string;
}

/** The complete tree of `$Context` (reference section 5.1). */
export const contextTree: readonly ContextPath[] = Object.entries(about.context).map(([path, text]) => ({
  path,
  about: text,
}));

/** Paths below which anything may be read: they hold the person's own data. */
const open: readonly string[] = ['Execution.Input', 'Current.Input', 'Current.Output'];

/** Whether `$Context` has such a path. */
export function isContextPath(keys: readonly string[]): boolean {
  const path = keys.join('.');
  if (keys.length === 0 || open.some((known) => path === known || path.startsWith(`${known}.`))) return true;
  return contextTree.some((known) => known.path === path);
}
