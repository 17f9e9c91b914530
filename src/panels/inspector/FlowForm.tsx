import type { Diagnostic, FieldSpec, Flow } from '../../fdl/index.ts';
import { language, rootScope, spanInText, valueOf } from '../../fdl/index.ts';
import { selectProblems, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { ChoiceInput } from './fields/ChoiceInput.tsx';
import { DraftInput } from './fields/DraftInput.tsx';
import { FieldFrame } from './fields/FieldFrame.tsx';
import { TargetField } from './fields/TargetField.tsx';
import { showValue } from './fields/value-text.ts';
import { applyEdits } from './form-edit.ts';

const words = messages.inspector;
/** States have forms of their own. */
const fields = language.flow.filter(({ kind }) => kind !== 'states');

/** The attributes of the flow itself, shown while no state is selected. */
export function FlowForm() {
  const flow = useWorkbenchState((state) => state.document.source.flow);
  const known = new Set(language.flow.map(({ key }) => key));
  const others = flow.written?.entries.filter(({ key }) => !known.has(key)) ?? [];
  return (
    <form className="form" aria-label={words.flow} onSubmit={(event) => event.preventDefault()}>
      <header className="form-head">
        <h2 className="form-title">{words.flow}</h2>
        <p className="muted">{words.flowAbout}</p>
      </header>
      <fieldset className="form-section">
        <legend className="form-legend">{words.groups.basics}</legend>
        {fields.map((spec) => (
          <FlowField key={spec.key} flow={flow} spec={spec} />
        ))}
      </fieldset>
      {others.length > 0 && (
        <fieldset className="form-section">
          <legend className="form-legend">{words.groups.other}</legend>
          {others.map(({ key, value }) => (
            <FieldFrame key={key} label={key}>
              <FlowText name={key} value={showValue(value)} />
            </FieldFrame>
          ))}
        </fieldset>
      )}
    </form>
  );
}

function FlowField({ flow, spec }: { readonly flow: Flow; readonly spec: FieldSpec }) {
  const written = valueOf(flow.written, spec.key);
  const value = showValue(written);
  const problems = useFlowProblems(written?.span);
  const workbench = useWorkbench();
  if (spec.kind === 'state-name') {
    return (
      <TargetField
        from={rootScope}
        scope={rootScope}
        outlet={{ kind: 'start' }}
        value={value}
        label={spec.key}
        spec={spec}
        problems={problems}
      />
    );
  }
  const commit = (text: string): string | undefined =>
    applyEdits(workbench, [{ type: 'set-flow-field', key: spec.key, value: text }]);
  return (
    <FieldFrame label={spec.key} spec={spec} problems={problems}>
      {spec.kind === 'choice' ? (
        <ChoiceInput
          label={spec.key}
          value={value}
          owner="flow"
          options={spec.options ?? []}
          required
          commit={commit}
        />
      ) : (
        <FlowText name={spec.key} value={value} />
      )}
    </FieldFrame>
  );
}

interface TextProps {
  readonly name: string;
  readonly value: string;
}
function FlowText({ name, value }: TextProps) {
  const workbench = useWorkbench();
  const id = useWorkbenchState((state) => state.flow.id);
  return (
    <DraftInput
      label={name}
      value={value}
      owner={id}
      commit={(text) => applyEdits(workbench, [{ type: 'set-flow-field', key: name, value: text }])}
    />
  );
}

/** Diagnostics of the flow that lie in one of its own values. */
function useFlowProblems(span: { readonly from: number; readonly to: number } | undefined): readonly Diagnostic[] {
  const problems = useWorkbenchState((state) => selectProblems(state, undefined));
  const source = useWorkbenchState((state) => state.document.source);
  if (!span) return [];
  const place = spanInText(source, undefined, span);
  return problems.filter((problem) => problem.span.from >= place.from && problem.span.to <= place.to);
}
