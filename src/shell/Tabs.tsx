/** Tabs as screen readers know them: one stop for the keyboard, arrow keys move along, the panel is named by its tab. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** For the eye only, behind the title. */
  readonly badge?: ReactNode;
  readonly render: () => ReactNode;
}
interface Props<Id extends string> {
  readonly name: string;
  readonly tabs: readonly Tab<Id>[];
  readonly shown: Id;
  readonly show: (id: Id) => void;
  readonly className: string;
  readonly panelClass: string;
  /** Beside the tabs, after them for the keyboard. */
  readonly extra?: ReactNode;
}

export function Tabs<Id extends string>({ name, tabs, shown, show, className, panelClass, extra }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ id }) => id === shown);
  const moved = (event: KeyboardEvent): void => {
    const to = target(event.key, at, tabs.length);
    const next = tabs[to ?? -1];
    if (to === undefined || !next) return;
    event.preventDefault();
    show(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  const current = tabs[at];
  return (
    <div className={className}>
      <div className="tabs" role="tablist" aria-label={name} ref={list} onKeyDown={moved}>
        {tabs.map(({ id, title, badge }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            className="tab"
            aria-selected={id === shown}
            aria-controls={id === shown ? `panel-${id}` : undefined}
            tabIndex={id === shown ? 0 : -1}
            onClick={() => show(id)}
          >
            {title}
            {badge}
          </button>
        ))}
      </div>
      {extra}
      {current && (
        <div
          key={current.id}
          role="tabpanel"
          id={`panel-${current.id}`}
          aria-labelledby={`tab-${current.id}`}
          className={panelClass}
        >
          {current.render()}
        </div>
      )}
    </div>
  );
}

/** Where a key leads among so many tabs; around at the ends. */
export function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
