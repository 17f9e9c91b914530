import type { Span } from '../../base/index.ts';
import type { Written } from '../written.ts';
import type { ReadProblem } from './reading.ts';
import type { YamlLibrary } from './yaml-library.ts';

/** What one reading carries along while it walks the library's nodes. */
export interface ReadContext {
  readonly yaml: YamlLibrary;
  readonly text: string;
  readonly problems: ReadProblem[];
  readonly anchors: Map<string, Written>;
  /** Anchored collections that are still being read: an alias to one of them would contain itself. */
  readonly open: Set<string>;
  aliasNodes: number;
  broken: boolean;
  needsMore: boolean;
  /** Why the text is no YAML: whatever else is found in it may be a consequence. */
  unreadable: ReadProblem | undefined;
}

/** Notes a problem that makes the text unreadable. */
export function complain(context: ReadContext, at: Span, message: string): void {
  context.problems.push({ message, span: at, fixes: [] });
  context.broken = true;
}
