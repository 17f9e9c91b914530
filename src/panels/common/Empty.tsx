import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly children?: ReactNode;
}

/** A panel with nothing in it: what it is for, and what to do next. */
export function Empty({ title, about, children }: Props) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      <p>{about}</p>
      {children}
    </div>
  );
}
