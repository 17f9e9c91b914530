import { useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';

/** What to do with a flow that has no states, or with a text that is no flow. */
export function EmptyHint() {
  const workbench = useWorkbench();
  const problem = useWorkbenchState((s) => s.document.source.problems.find((p) => p.severity === 'error'));
  return (
    <div className="empty-hint">
      <h3>{problem ? messages.empty.unreadable : messages.empty.title}</h3>
      {problem ? (
        <>
          <p>{problem.message}</p>
          <button type="button" onClick={() => workbench.reveal({ span: problem.span }, 'canvas')}>
            {messages.staleGo}
          </button>
        </>
      ) : (
        <>
          <p>{messages.empty.text}</p>
          <p>{messages.empty.menu}</p>
        </>
      )}
    </div>
  );
}
