import { messages } from './messages.ts';

/** What to do with a flow that has no states. */
export function EmptyHint() {
  return (
    <div className="empty-hint">
      <h3>{messages.empty.title}</h3>
      <p>{messages.empty.text}</p>
      <p>{messages.empty.menu}</p>
    </div>
  );
}
