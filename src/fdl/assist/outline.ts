import type { Span } from '../../base/index.ts';
import type { Scope, State } from '../model.ts';
import { spanInText } from '../syntax/locate.ts';
import type { Source } from '../syntax/source.ts';
import { childScopes } from '../walk.ts';

export interface OutlineItem {
  readonly name: string;
  readonly type: State['type'];
  /** The whole state, and its name, in the text. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** 0 for the states of the flow itself. */
  readonly depth: number;
}

/** The states in the order of the text, those inside a Parallel or Map one level deeper. */
export function outline(source: Source): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  const visit = (scope: Scope, depth: number): void => {
    for (const state of scope.states) {
      items.push({
        name: state.name.value,
        type: state.type,
        span: spanInText(source, state.id, state.span),
        nameSpan: spanInText(source, state.id, state.name.span),
        depth,
      });
      childScopes(state).forEach((inner) => visit(inner, depth + 1));
    }
  };
  visit(source.flow, 0);
  return items;
}
