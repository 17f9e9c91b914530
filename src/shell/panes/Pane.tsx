import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { messages } from '../messages.ts';

interface Props {
  /** The landmark's name: part of the page's contract. */
  readonly name: string;
  readonly id: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A landmark whose failures stay inside it. */
export function Pane({ name, id, children, className = '' }: Props) {
  return (
    <section className={`pane-body ${className}`} aria-label={name} data-pane={id}>
      <ErrorBoundary pane={name}>
        <Suspense fallback={<p className="empty">{messages.loading}</p>}>{children}</Suspense>
      </ErrorBoundary>
    </section>
  );
}
