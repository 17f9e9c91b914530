import { useWorkbenchState } from '../workbench/index.ts';

/** Speaks what changed by itself or by a gesture: undo, connecting, an opened flow. */
export function Announcer() {
  const { text, ticket } = useWorkbenchState((state) => state.view.announcement);
  return (
    <div className="hidden" role="log" aria-live="polite" aria-label="Announcements">
      <span key={ticket}>{text}</span>
    </div>
  );
}
