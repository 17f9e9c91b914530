/** Finding a state. Apart from what else the outline does: the keys typed after the shortcut must not wait for a script. */
import { rootScope, type ScopeId, type StateId } from '../../fdl/index.ts';
import type { FlowGraph } from '../../graph/index.ts';
import type { Choice, OpenChooser } from '../Chooser.tsx';
import { messages } from '../messages.ts';

const words = messages.outline;

export interface At {
  readonly x: number;
  readonly y: number;
}

/** All states, to go to one. */
export function stateChooser(graph: FlowGraph, at: At, choose: (state: StateId) => void): OpenChooser {
  const choices = graph.nodes.flatMap((node): Choice[] => {
    if (node.kind === 'scope' || node.kind === 'entry') return [];
    const where = node.scope === rootScope ? '' : ` · ${scopeName(node.scope)}`;
    return [{ id: node.id, title: node.label || messages.unnamed, about: `${node.kind}${where}` }];
  });
  return { title: words.find, ...at, choices, choose: (id) => choose(id as StateId) };
}

/** "Prepare, Branch0": a scope by the names around it. */
export function scopeName(scope: ScopeId): string {
  if (scope === rootScope) return words.wholeFlow;
  const parts = scope.split('/').map((part, i) => (i % 2 === 0 ? plain(part) : words.scopePart(part)));
  return parts.join(', ');
}
const plain = (part: string): string =>
  part
    .replace(/~~\d+$/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
