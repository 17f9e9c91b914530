import { type FieldPath, type FieldSpec, jsonOf, type State, writtenAt } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits, setField } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';

interface Props {
  readonly state: State;
  readonly path: FieldPath;
  readonly spec: FieldSpec;
  readonly known: readonly string[];
}

/** Error names, separated by commas. */
export function ErrorsField({ state, path, spec, known }: Props) {
  const workbench = useWorkbench();
  const problems = useProblems(state, path);
  const written = writtenAt(state.written, path);
  const value = written ? jsonOf(written) : [];
  const shown = Array.isArray(value) ? value.map(String).join(', ') : String(value ?? '');
  const commit = (text: string): string | undefined => {
    const names = text
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length === 0) return messages.inspector.needed(spec.key);
    return applyEdits(workbench, [setField(state, path, names)]);
  };
  return (
    <FieldFrame label={spec.key} spec={spec} problems={problems}>
      <DraftInput
        label={spec.key}
        value={shown}
        owner={`${state.id} ${path.join('/')}`}
        commit={commit}
        suggestions={known}
        placeholder={messages.inspector.errorsHint}
        disabled={state.stale}
      />
    </FieldFrame>
  );
}
