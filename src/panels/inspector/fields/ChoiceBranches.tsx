import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { branchFields, type FieldSpec, scopeOf, type State, valueOf, writtenAt } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { TargetField } from './TargetField.tsx';
import { TemplateField } from './TemplateField.tsx';
import { showValue } from './value-text.ts';
import { ValueField } from './ValueField.tsx';

const words = messages.inspector;
interface Props {
  readonly state: State;
  readonly spec: FieldSpec;
}

/** The branches of a Choice, in the order their conditions are tried. */
export function ChoiceBranches({ state, spec }: Props) {
  const workbench = useWorkbench();
  const written = valueOf(state.written, spec.key);
  const problems = useProblems(state, [spec.key]);
  if (written && written.kind !== 'list')
    return <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />;
  const count = written?.kind === 'list' ? written.items.length : 0;
  return (
    <FieldFrame label={spec.key} spec={spec} problems={count === 0 ? problems : []}>
      {Array.from({ length: count }, (_, i) => (
        <Branch key={i} state={state} index={i} count={count} list={spec.key} />
      ))}
      <button
        type="button"
        className="button small add"
        disabled={state.stale}
        onClick={() => applyEdits(workbench, [{ type: 'add-branch', state: state.id }])}
      >
        <Plus size={13} aria-hidden /> {words.addBranch}
      </button>
    </FieldFrame>
  );
}

interface BranchProps {
  readonly state: State;
  readonly index: number;
  readonly count: number;
  readonly list: string;
}
function Branch({ state, index, count, list }: BranchProps) {
  const [condition, next] = branchFields;
  const path = [list, index, 'Next'];
  const problems = useProblems(state, path);
  return (
    <div className="rule" role="group" aria-label={words.branch(index + 1)}>
      <BranchHead state={state} index={index} count={count} />
      {condition && (
        <ValueField
          state={state}
          parent={[list, index]}
          spec={{ ...condition, kind: 'expression' }}
          label={condition.key}
        />
      )}
      {next && (
        <TargetField
          from={state.id}
          scope={scopeOf(state.id)}
          outlet={{ kind: 'branch', index }}
          value={showValue(writtenAt(state.written, path))}
          label={next.key}
          spec={next}
          problems={problems}
          disabled={state.stale}
        />
      )}
    </div>
  );
}

/** Title, order and removal of one branch; shared by Choice and Parallel. */
export function BranchHead({ state, index, count }: Omit<BranchProps, 'list'>) {
  const workbench = useWorkbench();
  const position = index + 1;
  const move = (to: number) => (): void =>
    void applyEdits(workbench, [{ type: 'move-branch', state: state.id, index, to }]);
  const remove = (): void => void applyEdits(workbench, [{ type: 'remove-branch', state: state.id, index }]);
  const buttons = [
    { title: words.moveUp(position), Icon: ArrowUp, act: move(index - 1), off: index === 0 },
    { title: words.moveDown(position), Icon: ArrowDown, act: move(index + 1), off: index === count - 1 },
    { title: words.removeBranch(position), Icon: X, act: remove, off: false },
  ];
  return (
    <div className="rule-head">
      <span>{words.branch(position)}</span>
      <span>
        {buttons.map(({ title, Icon, act, off }) => (
          <button
            key={title}
            type="button"
            className="button plain small icon"
            aria-label={title}
            title={title}
            disabled={off || state.stale}
            onClick={act}
          >
            <Icon size={13} aria-hidden />
          </button>
        ))}
      </span>
    </div>
  );
}
