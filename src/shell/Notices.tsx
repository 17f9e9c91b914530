import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { type Notice, type Tone, useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';

const icons: Readonly<Record<Tone, typeof Info>> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
};

/** Messages that float over the page, in a corner that covers no control. */
export function Notices() {
  const notices = useWorkbenchState((state) => state.notices);
  return (
    <section className="notices" aria-label={messages.notices.region}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const workbench = useWorkbench();
  const Icon = icons[notice.tone];
  const close = (): void => workbench.dismiss(notice.id);
  return (
    <div className={`notice ${notice.tone}`} role={notice.tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="notice-text">
        <span>{notice.text}</span>
        {notice.actions.length > 0 && (
          <div className="row">
            {notice.actions.map((action) => (
              <button
                key={action.title}
                type="button"
                className="button small"
                onClick={() => {
                  action.run();
                  close();
                }}
              >
                {action.title}
              </button>
            ))}
          </div>
        )}
      </div>
      <button type="button" className="button plain small icon" aria-label={messages.notices.dismiss} onClick={close}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
