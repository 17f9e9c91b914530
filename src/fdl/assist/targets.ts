import { spanInText } from '../syntax/locate.ts';
import type { Source } from '../syntax/source.ts';
import { type LooseState, statesIn } from './loose-values.ts';
import type { Setting } from './shape.ts';

/** The states that can be named at a place: those of the same scope. Their spans are those of the text. */
export function targetsOf(source: Source, { place, scope }: Setting): readonly LooseState[] {
  const first = place.steps[0];
  const isTop = first !== undefined && 'map' in first && (scope === first.map || scope === undefined);
  if (place.isPiece && isTop) return topStates(source);
  return statesIn(scope).map((state) => ({ ...state, nameSpan: place.real(state.nameSpan) }));
}

function topStates(source: Source): readonly LooseState[] {
  return source.flow.states.map((state) => ({
    name: state.name.value,
    type: state.type === 'Unknown' ? '' : state.type,
    description: state.description?.value,
    nameSpan: spanInText(source, state.id, state.name.span),
  }));
}
