import { type Diagnostic, type FieldPath, locateField, type State } from '../../fdl/index.ts';
import { selectProblems, useWorkbenchState } from '../../workbench/index.ts';

const none: readonly Diagnostic[] = [];

/** Diagnostics about one field: those that lie in its key or value. */
export function useProblems(state: State, ...paths: readonly FieldPath[]): readonly Diagnostic[] {
  const problems = useWorkbenchState((s) => selectProblems(s, state.id));
  const source = useWorkbenchState((s) => s.document.source);
  if (problems.length === 0 || state.stale) return none;
  const places = paths.map((path) => locateField(source, state.id, path)).filter((place) => place !== undefined);
  return problems.filter(({ span }) =>
    places.some(({ key, value }) => span.from >= (key ?? value).from && span.to <= Math.max(value.to, value.from + 1)),
  );
}
