import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Json } from '../../base/index.ts';
import { compareRuns, pathText, type PathRow, visitDifferences } from '../../scenario/index.ts';
import { decisionsOf, eventsOf, type Session, type Visit } from '../../simulator/index.ts';
import { type RunId, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.compare;
const mostRows = 400;
interface Props {
  readonly other: RunId;
  readonly close: () => void;
}

/** Two runs side by side: which states they went through, where they part, and in what. */
export function Compare({ other, close }: Props) {
  const workbench = useWorkbench();
  const session = useWorkbenchState((state) => state.run.session);
  const current = useWorkbenchState((state) => state.run.current);
  const against = workbench.run.sessionOf(other);
  const comparison = useMemo(
    () => (session && against ? compareRuns(wholeOf(session), wholeOf(against)) : undefined),
    [session, against],
  );
  const [opened, setOpened] = useState<number>();
  if (!comparison) return null;
  const { rows, first, firstEvent } = comparison;
  const chosen = opened ?? first;
  const row = chosen === undefined ? undefined : rows[chosen];
  return (
    <section className="compare" aria-label={words.region}>
      <header className="row">
        <h3 className="panel-title">{words.title(current ?? 0, other)}</h3>
        <span className="muted grow">
          {firstEvent
            ? words.first(String(firstEvent.left ?? words.nothing), String(firstEvent.right ?? words.nothing))
            : words.same}
        </span>
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.close}
          title={words.close}
          onClick={close}
        >
          <X size={13} aria-hidden />
        </button>
      </header>
      <div className="compare-parts">
        <ol className="compare-rows" aria-label={words.rows}>
          {rows.slice(0, mostRows).map((each, i) => (
            <li key={i}>
              <RowButton row={each} chosen={i === chosen} open={() => setOpened(i)} />
            </li>
          ))}
        </ol>
        {row && <Differences row={row} />}
      </div>
    </section>
  );
}

const wholeOf = (session: Session) => ({
  events: eventsOf(session, session.length),
  decisions: decisionsOf(session, session.length),
});

interface RowProps {
  readonly row: PathRow;
  readonly chosen: boolean;
  readonly open: () => void;
}
function RowButton({ row, chosen, open }: RowProps) {
  const workbench = useWorkbench();
  const { left, right, same } = row;
  const verdict = !left ? words.onlyRight : !right ? words.onlyLeft : same ? words.alike : words.differs;
  const press = (): void => {
    open();
    const state = (left ?? right)?.state;
    if (state !== undefined) workbench.select([state], 'panel');
  };
  return (
    <button
      type="button"
      className="compare-row"
      data-verdict={same ? 'same' : left && right ? 'differs' : 'alone'}
      aria-current={chosen || undefined}
      onClick={press}
    >
      <span className="cut">{left?.stateName ?? '—'}</span>
      <span className="cut">{right?.stateName ?? '—'}</span>
      <span className="tag">{verdict}</span>
    </button>
  );
}

function Differences({ row: { left, right } }: { readonly row: PathRow }) {
  const name = (left ?? right)?.stateName ?? '';
  const parts = left && right ? visitDifferences(left, right) : [];
  return (
    <div className="compare-details" aria-label={words.details(name)} role="group">
      <h4>{name}</h4>
      {left && right ? (
        parts.length === 0 && <p className="muted">{words.alike}</p>
      ) : (
        <p className="muted">{left ? words.onlyLeft : words.onlyRight}</p>
      )}
      {parts.map(({ stage, differences }) => (
        <div key={stage}>
          <h5>{words.stages[stage]}</h5>
          <table className="diff">
            <tbody>
              {differences.slice(0, 50).map(({ path, before, after }) => (
                <tr key={path.join('.')}>
                  <th scope="row">
                    <code>{path.length === 0 ? words.stages[stage] : pathText('', path).replace(/^\./, '')}</code>
                  </th>
                  <td className="was">{short(before)}</td>
                  <td className="becomes">{short(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      {!(left && right) && <Alone visit={left ?? right} />}
    </div>
  );
}

function Alone({ visit }: { readonly visit: Visit | undefined }) {
  if (!visit) return null;
  return (
    <>
      <p>
        {words.stages.received}: <code>{short(visit.received)}</code>
      </p>
      <p>
        {words.stages.output}: <code>{short(visit.output)}</code>
      </p>
    </>
  );
}

function short(value: Json | undefined): string {
  if (value === undefined) return words.nothing;
  try {
    const text = JSON.stringify(value);
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
  } catch {
    return '…';
  }
}
