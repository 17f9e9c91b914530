import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { findState } from '../../fdl/index.ts';
import { type Child, eventsOf, type Machine, machineAt, type Session, type Visit } from '../../simulator/index.ts';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.data;
const pageSize = 200;
const signs = { running: '▸', waiting: '…', succeeded: '✓', failed: '✕', aborted: '–', pending: '·' } as const;
type Outcome = keyof typeof signs;
const outcomes = Object.keys(signs) as readonly Outcome[];

interface Props {
  readonly session: Session;
  readonly visit: Visit;
}

/** The items of a Map (or branches of a Parallel) by outcome, a page at a time; a press follows one of them. */
export function Iterations({ session, visit }: Props) {
  const [only, setOnly] = useState<Outcome>();
  const [page, setPage] = useState(0);
  const isMap = findState(session.program.flow, visit.state)?.type === 'Map';
  const items = useMemo(() => {
    const machine = machineAt(session);
    const begun = visit.children.map((child): Item => ({ ...child, outcome: outcomeOf(child, machine) }));
    return [...begun, ...notBegun(visit, machine)];
  }, [session, visit]);
  const fitting = items.filter(({ outcome }) => only === undefined || outcome === only);
  const pages = Math.max(1, Math.ceil(fitting.length / pageSize));
  const at = Math.min(page, pages - 1);
  return (
    <section className="iterations" aria-label={isMap ? words.items : words.branches}>
      <div className="row">
        <h4>{isMap ? words.items : words.branches}</h4>
        <span className="row" role="group" aria-label={words.outcome}>
          <Filter
            label={words.all}
            count={items.length}
            pressed={only === undefined}
            press={() => setOnly(undefined)}
          />
          {outcomes.map((outcome) => {
            const count = items.filter((item) => item.outcome === outcome).length;
            if (count === 0) return null;
            const label = `${signs[outcome]} ${words.outcomes[outcome]}`;
            return (
              <Filter
                key={outcome}
                label={label}
                count={count}
                pressed={only === outcome}
                press={() => setOnly(outcome)}
              />
            );
          })}
        </span>
        {pages > 1 && <Pager page={at} of={pages} go={setPage} />}
      </div>
      <ol className="item-grid">
        {fitting.slice(at * pageSize, (at + 1) * pageSize).map((item) => (
          <li key={item.slot}>
            <ItemButton session={session} item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Item extends Pick<Child, 'slot' | 'thread' | 'at' | 'error'> {
  readonly outcome: Outcome;
}

/** Items whose turn has not come yet. */
function notBegun({ thread, children, left }: Visit, machine: Machine): readonly Item[] {
  const inputs = left === undefined ? machine.threads.get(thread)?.join?.inputs.length : undefined;
  const begun = new Set(children.map(({ slot }) => slot));
  return Array.from({ length: inputs ?? 0 }, (_, slot) => slot)
    .filter((slot) => !begun.has(slot))
    .map((slot) => ({ slot, thread, at: undefined, error: undefined, outcome: 'pending' }));
}

/** What runs may well be waiting for somebody. */
function outcomeOf({ outcome, thread }: Child, machine: Machine): Outcome {
  if (outcome !== 'running') return outcome;
  const phase = machine.threads.get(thread)?.phase.name;
  if (phase === undefined) return 'aborted';
  return phase === 'awaiting-callback' || phase === 'sleeping' ? 'waiting' : 'running';
}

interface FilterProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly press: () => void;
}
function Filter({ label, count, pressed, press }: FilterProps) {
  return (
    <button type="button" className="button small filter-chip" aria-pressed={pressed} onClick={press}>
      {label} <span className="tag">{count}</span>
    </button>
  );
}

interface ItemProps {
  readonly session: Session;
  readonly item: Item;
}
function ItemButton({ session, item: child }: ItemProps) {
  const workbench = useWorkbench();
  const { outcome } = child;
  const name = words.item(child.slot, words.outcomes[outcome]);
  /** Shows the state the item is in, at the item's latest event up to the moment shown. */
  const follow = (): void => {
    if (child.at === undefined) return;
    const last = eventsOf(session).findLast(({ thread, state }) => thread === child.thread && state === child.at);
    workbench.select([child.at], 'panel');
    workbench.run.selectEvent(last?.id);
  };
  return (
    <button
      type="button"
      className="item"
      data-outcome={outcome}
      aria-label={name}
      disabled={child.at === undefined}
      title={child.error ? `${name} (${child.error.code})` : name}
      onClick={follow}
    >
      <span aria-hidden>
        {signs[outcome]} {child.slot}
      </span>
    </button>
  );
}

interface PagerProps {
  readonly page: number;
  readonly of: number;
  readonly go: (page: number) => void;
}
function Pager({ page, of, go }: PagerProps) {
  return (
    <span className="row nowrap">
      <button
        type="button"
        className="button plain small icon"
        aria-label={words.previousPage}
        disabled={page === 0}
        onClick={() => go(page - 1)}
      >
        <ChevronLeft size={13} aria-hidden />
      </button>
      <span className="muted">{words.page(page + 1, of)}</span>
      <button
        type="button"
        className="button plain small icon"
        aria-label={words.nextPage}
        disabled={page + 1 >= of}
        onClick={() => go(page + 1)}
      >
        <ChevronRight size={13} aria-hidden />
      </button>
    </span>
  );
}
