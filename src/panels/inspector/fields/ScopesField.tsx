import { Plus } from 'lucide-react';
import { childScopes, type FieldSpec, type Scope, type State } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits } from '../form-edit.ts';
import { BranchHead } from './ChoiceBranches.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { TargetField } from './TargetField.tsx';
import { useProblems } from '../use-problems.ts';

const words = messages.inspector;
interface Props {
  readonly state: State;
  readonly spec: FieldSpec;
}

/** The scopes inside a Parallel or Map: where each begins, and what is in it. Their states are edited on their own. */
export function ScopesField({ state, spec }: Props) {
  const workbench = useWorkbench();
  const problems = useProblems(state, [spec.key]).filter((problem) => problem.state === state.id);
  const scopes = childScopes(state);
  return (
    <FieldFrame label={spec.key} spec={spec} problems={scopes.length === 0 ? problems : []}>
      {scopes.map((scope, i) => (
        <ScopeBox key={scope.id} state={state} scope={scope} index={i} count={scopes.length} />
      ))}
      {spec.kind === 'scopes' && (
        <button
          type="button"
          className="button small add"
          disabled={state.stale}
          onClick={() => applyEdits(workbench, [{ type: 'add-branch', state: state.id }])}
        >
          <Plus size={13} aria-hidden /> {words.addBranch}
        </button>
      )}
    </FieldFrame>
  );
}

interface BoxProps {
  readonly state: State;
  readonly scope: Scope;
  readonly index: number;
  readonly count: number;
}
function ScopeBox({ state, scope, index, count }: BoxProps) {
  const workbench = useWorkbench();
  const parallel = state.type === 'Parallel';
  return (
    <div className="rule" role="group" aria-label={parallel ? words.branch(index + 1) : words.processor}>
      {parallel && <BranchHead state={state} index={index} count={count} />}
      <TargetField
        from={scope.id}
        scope={scope.id}
        outlet={{ kind: 'start' }}
        value={scope.startAt?.value ?? ''}
        label="StartAt"
        disabled={state.stale}
      />
      <ul className="scope-states" aria-label={words.states(scope.states.length)}>
        {scope.states.slice(0, 30).map((inner) => (
          <li key={inner.id}>
            <button
              type="button"
              className="tag link"
              aria-label={words.goTo(inner.name.value)}
              onClick={() => workbench.select([inner.id], 'panel')}
            >
              {inner.name.value || inner.type}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
