import { type FieldPath, type FieldSpec, jsonOf, type State, writtenAt } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits, clearField } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { readTemplateText, showTemplate, templateEdits } from './template-text.ts';

interface Props {
  readonly state: State;
  readonly path: FieldPath;
  readonly label: string;
  /** What the visible label says where the accessible one has to tell two fields apart. */
  readonly shown?: string;
  readonly spec?: FieldSpec | undefined;
  readonly about?: { readonly about: string; readonly source: string; readonly required: boolean } | undefined;
}

/** A value of any shape, edited as YAML. An empty field takes the attribute away. */
export function TemplateField({ state, path, label, shown = label, spec, about }: Props) {
  const workbench = useWorkbench();
  const problems = useProblems(state, path);
  const written = writtenAt(state.written, path);
  const before = written && jsonOf(written);
  const text = showTemplate(before);
  const commit = (typed: string): string | undefined => {
    if (typed.trim() === '') return written ? applyEdits(workbench, [clearField(state, path)]) : undefined;
    const read = readTemplateText(typed);
    if (!read.ok) return read.error;
    return applyEdits(workbench, templateEdits(state, path, before, read.value));
  };
  const lines = Math.min(14, Math.max(written ? 2 : 1, text.split('\n').length));
  return (
    <FieldFrame label={shown} spec={spec ?? about} problems={problems}>
      <DraftInput
        label={label}
        value={text}
        owner={state.id}
        commit={commit}
        lines={lines}
        placeholder={written ? undefined : messages.inspector.templateHint}
        disabled={state.stale}
      />
    </FieldFrame>
  );
}
