import { CircleAlert, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Diagnostic, FieldSpec } from '../../../fdl/index.ts';
import { messages } from '../../messages.ts';

interface Props {
  readonly label: string;
  readonly spec?: Pick<FieldSpec, 'about' | 'source' | 'required'> | undefined;
  readonly problems?: readonly Diagnostic[];
  /** Sits at the end of the label's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The line above a field (its key, its rule), the field, and what is wrong with it. */
export function FieldFrame({ label, spec, problems = [], aside, children }: Props) {
  return (
    <div className="field">
      <div className="field-head">
        <span className="field-label" aria-hidden>
          {label}
          {spec?.required && <span className="field-required">*</span>}
        </span>
        {spec && (
          <span className="field-about" title={`${spec.about} (${messages.inspector.section(spec.source)})`}>
            <CircleHelp size={13} aria-hidden />
            <span className="hidden">{spec.about}</span>
          </span>
        )}
        {aside}
      </div>
      {children}
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.message}`} className={`field-problem ${problem.severity}`}>
          {problem.severity === 'error' ? (
            <CircleAlert size={13} aria-hidden />
          ) : (
            <TriangleAlert size={13} aria-hidden />
          )}
          <span>{problem.message}</span>
        </p>
      ))}
    </div>
  );
}
