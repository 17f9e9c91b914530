import { ChevronDown, ChevronRight, CircleAlert, CornerDownRight, SquareDashed, TriangleAlert } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { StateId } from '../../fdl/index.ts';
import { type FlowGraph, type GraphNode } from '../../graph/index.ts';
import { useIsSelected, useNodeRun, useWorkbench } from '../../workbench/index.ts';
import { messages, outletName } from '../messages.ts';
import { typeIcons } from '../nodes/icons.tsx';
import { describeRun, RunMark } from '../nodes/RunMark.tsx';
import { type ExitRow, onlyTarget, type OutlineRow, stateOf } from './rows.ts';
import { rowHeight } from './use-window.ts';

const words = messages.outline;

interface Props {
  readonly row: OutlineRow;
  readonly graph: FlowGraph;
  readonly index: number;
  readonly active: boolean;
  readonly renaming: boolean;
  readonly endRename: (name: string | undefined) => void;
  readonly toggle: (key: string, open: boolean) => void;
}

/** One line of the tree. Its name is what it says, so that speech and sight agree. */
export const Row = memo(function Row({ row, graph, index, active, renaming, endRename, toggle }: Props) {
  const selected = useIsSelected(stateOf(row) ?? ('' as StateId)) && row.kind === 'state';
  const style: CSSProperties = { top: index * rowHeight, paddingInlineStart: 4 + (row.level - 1) * 12 };
  return (
    <div
      role="treeitem"
      className={`outline-row outline-${row.kind}`}
      style={style}
      data-row={row.key}
      tabIndex={active ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={row.open}
      aria-selected={selected}
      data-active={active || undefined}
    >
      <Twist row={row} toggle={toggle} />
      {row.kind === 'state' && !renaming && <StateWords node={row.node} graph={graph} />}
      {row.kind === 'state' && renaming && <Rename name={row.node.label} end={endRename} />}
      {row.kind === 'exit' && <ExitWords row={row} />}
      {row.kind === 'scope' && (
        <>
          <SquareDashed size={13} aria-hidden />
          <span className="outline-text">{row.label}</span>
        </>
      )}
    </div>
  );
});

/** For the pointer only: the keyboard has its arrow keys. */
function Twist({ row, toggle }: Pick<Props, 'row' | 'toggle'>) {
  if (row.open === undefined) return <span className="outline-twist" aria-hidden />;
  const Sign = row.open ? ChevronDown : ChevronRight;
  return (
    <span
      className="outline-twist"
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation();
        toggle(row.key, !row.open);
      }}
    >
      <Sign size={13} />
    </span>
  );
}

function StateWords({ node, graph }: { readonly node: GraphNode; readonly graph: FlowGraph }) {
  const run = useNodeRun(node.id as StateId);
  const Icon = typeIcons[node.kind === 'scope' || node.kind === 'entry' ? 'Unknown' : node.kind];
  const next = onlyTarget(graph, node);
  const told = [
    node.kind === 'Unknown' ? messages.unknownType : node.kind,
    ...describeRun(run),
    messages.problems(node.errors, node.warnings),
    node.stale ? messages.stale : '',
    node.ends ? messages.ends : '',
    next === undefined ? '' : words.leadsTo(next),
  ].filter(Boolean);
  return (
    <>
      <Icon size={14} aria-hidden style={{ color: `var(--type-${node.kind.toLowerCase()}, var(--text-muted))` }} />
      <span className="outline-text" title={node.label}>
        {node.label || messages.unnamed}
        <span className="hidden">, {told.join(', ')}</span>
      </span>
      {run && <RunMark run={run} />}
      {node.errors > 0 && <CircleAlert size={13} className="outline-error" aria-hidden />}
      {node.errors === 0 && node.warnings > 0 && <TriangleAlert size={13} className="outline-warning" aria-hidden />}
    </>
  );
}

function ExitWords({ row }: { readonly row: ExitRow }) {
  const nowhere = row.ends ? words.ends : words.nowhere;
  const target = row.to === undefined ? nowhere : row.toLabel || messages.unnamed;
  return (
    <>
      <CornerDownRight size={12} aria-hidden className={row.outlet.kind === 'catch' ? 'outline-error' : undefined} />
      <span className="outline-text" title={`${outletName(row)} → ${target}`}>
        <span className="outline-outlet">{outletName(row)}</span>
        <span aria-hidden> → </span>
        <span className="hidden"> {words.to} </span>
        <span className={row.to === undefined ? 'outline-nowhere' : undefined}>{target}</span>
      </span>
    </>
  );
}

function Rename({ name, end }: { readonly name: string; readonly end: Props['endRename'] }) {
  const workbench = useWorkbench();
  return (
    <input
      className="outline-rename"
      aria-label={words.renaming(name)}
      defaultValue={name}
      spellCheck={false}
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.currentTarget.value = name;
        event.currentTarget.blur();
        workbench.announce(name);
      }}
    />
  );
}
