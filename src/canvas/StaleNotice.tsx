import { TriangleAlert } from 'lucide-react';
import { useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';

/** Says that the picture is older than the text, and shows where the text cannot be read. */
export function StaleNotice() {
  const workbench = useWorkbench();
  const broken = useWorkbenchState((s) => s.document.source !== s.document.lastReadable);
  const problem = useWorkbenchState((s) => s.document.source.problems[0]);
  if (!broken) return null;
  return (
    <div className="stale-notice" role="status">
      <TriangleAlert size={15} aria-hidden />
      <span>
        {messages.stalePicture} {problem?.message}
      </span>
      {problem && (
        <button type="button" onClick={() => workbench.reveal({ span: problem.span }, 'canvas')}>
          {messages.staleGo}
        </button>
      )}
    </div>
  );
}
