import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { lineStarts, placeOf } from '../../base/index.ts';
import { type Diagnostic, findState, type Fix, type Severity } from '../../fdl/index.ts';
import { useWorkbench, useWorkbenchState, type Workbench } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../messages.ts';
import '../common/panels.css';

const words = messages.problems;
const icons: Readonly<Record<Severity, typeof Info>> = { error: CircleAlert, warning: TriangleAlert, hint: Info };
const ranks: readonly Severity[] = ['error', 'warning', 'hint'];
/** A list of thousands is for nobody, and a page must not stand still over it: the rest comes when it is asked for. */
const step = 100;

/** Everything wrong or suspicious, errors first, in the order of the text. A press goes there. */
export function Problems() {
  const diagnostics = useWorkbenchState((state) => state.document.diagnostics);
  const source = useWorkbenchState((state) => state.document.source);
  const [most, setMost] = useState(step);
  const starts = useMemo(() => lineStarts(source.text), [source]);
  // They come in the order of the text.
  const sorted = useMemo(
    () => ranks.flatMap((rank) => diagnostics.filter(({ severity }) => severity === rank)),
    [diagnostics],
  );
  if (sorted.length === 0) return <Empty title={words.none} about={words.noneAbout} />;
  const shown = sorted.slice(0, most);
  return (
    <div className="panel">
      <p className="panel-bar muted">
        {words.counts(count(sorted, 'error'), count(sorted, 'warning'), count(sorted, 'hint'))}
      </p>
      <ul className="problems" aria-label={words.list}>
        {shown.map((problem, i) => (
          <Problem
            // By its place in the list: a letter typed above moves all of them, and none is another one then.
            key={i}
            problem={problem}
            place={placeOf(starts, problem.span.from)}
            owner={problem.state === undefined ? undefined : findState(source.flow, problem.state)?.name.value}
          />
        ))}
      </ul>
      {sorted.length > most && (
        <p className="panel-bar muted">
          {words.more(sorted.length - most)}
          <button type="button" className="button small" onClick={() => setMost(most + step)}>
            {words.showMore}
          </button>
        </p>
      )}
    </div>
  );
}

const count = (all: readonly Diagnostic[], severity: Severity): number =>
  all.filter((problem) => problem.severity === severity).length;

interface ProblemProps {
  readonly problem: Diagnostic;
  readonly place: { readonly line: number; readonly column: number };
  readonly owner: string | undefined;
}
function Problem({ problem, place, owner }: ProblemProps) {
  const workbench = useWorkbench();
  const Icon = icons[problem.severity];
  return (
    <li className="problem">
      <button
        type="button"
        className={`problem-main ${problem.severity}`}
        onClick={() => workbench.reveal({ state: problem.state, span: problem.span }, 'panel')}
      >
        <Icon size={15} aria-label={words.severity[problem.severity]} />
        <span className="problem-text">
          {problem.message}
          <span className="muted">
            {' '}
            {owner ?? words.ofFlow} · {words.line(place.line, place.column)} · {problem.code}
          </span>
        </span>
      </button>
      {problem.fixes.map((fix) => (
        <button key={fix.title} type="button" className="button small" onClick={() => applyFix(workbench, fix)}>
          {fix.title}
        </button>
      ))}
    </li>
  );
}

/** A fix is an edit by meaning, or a plain replacement of text. */
function applyFix(workbench: Workbench, fix: Fix): void {
  if ('edit' in fix) {
    workbench.edit(fix.edit, 'quick-fix', { notify: true });
    return;
  }
  const { replace, insert, title } = fix;
  const time = workbench.now();
  workbench.dispatch({ changes: [{ ...replace, insert }], origin: 'quick-fix', label: title, time });
}
