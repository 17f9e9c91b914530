import { useId, useState } from 'react';
import { failure, type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { TaskToken } from '../../simulator/index.ts';
import { type ReportAnswer, type ReportRecord, useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.callbacks;

/** Reports on any token at all, to see how the service answers late, repeated and made-up ones. */
export function Probe({ reports }: { readonly reports: readonly ReportRecord[] }) {
  const workbench = useWorkbench();
  const known = useId();
  const [token, setToken] = useState('');
  const [answer, setAnswer] = useState<ReportAnswer>();
  const send = (outcome: Result<Json, FlowError>): void => {
    void workbench.run.report(token.trim() as TaskToken, outcome).then(setAnswer);
  };
  return (
    <details className="desk-tool">
      <summary>{words.probe}</summary>
      <p className="muted">{words.probeAbout}</p>
      <input
        className="input mono"
        aria-label={words.probeToken}
        placeholder={words.probeToken}
        spellCheck={false}
        list={known}
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      <datalist id={known}>
        {[...new Set(reports.map((report) => report.token))].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <div className="row">
        <button type="button" className="button small" disabled={token.trim() === ''} onClick={() => send(ok({}))}>
          {words.probeSucceed}
        </button>
        <button
          type="button"
          className="button small"
          disabled={token.trim() === ''}
          onClick={() => send(failure({ code: 'TaskFailed', detail: '' }))}
        >
          {words.probeFail}
        </button>
        {answer && (
          <span className={`tag ${answer.ok ? 'success' : 'error'}`} role="status">
            {answer.ok ? words.accepted : words.refused(answer.error.code, answer.error.detail)}
          </span>
        )}
      </div>
    </details>
  );
}
