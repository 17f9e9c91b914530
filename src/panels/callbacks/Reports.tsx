import { type ReportRecord, useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.callbacks;

/** What was reported in this run, and what the service said; each can be sent again to see how it answers. */
export function Reports({ reports }: { readonly reports: readonly ReportRecord[] }) {
  const workbench = useWorkbench();
  return (
    <section aria-label={words.reports}>
      <h3 className="panel-title">{words.reports}</h3>
      <ul className="reports">
        {reports.map((report, i) => (
          <li key={i} className="row">
            <span>{report.stateName}</span>
            <span className="tag">{report.outcome.ok ? words.succeed : words.fail}</span>
            <span className={`tag ${report.answer.ok ? 'success' : 'error'}`}>
              {report.answer.ok ? words.accepted : words.refused(report.answer.error.code, report.answer.error.detail)}
            </span>
            <button
              type="button"
              className="button plain small"
              onClick={() => void workbench.run.report(report.token, report.outcome)}
            >
              {words.again}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
