import { ChevronDown, ChevronRight, CircleAlert, TriangleAlert } from 'lucide-react';
import { memo, useContext } from 'react';
import type { NodeProps } from '@xyflow/react';
import type { StateId } from '../../fdl/index.ts';
import type { GraphNode } from '../../graph/index.ts';
import {
  type NodeMark,
  type NodeRun,
  selectPhaseInside,
  selectStopsInside,
  type Telling,
  useIsSelected,
  useNodeMark,
  useNodeRun,
  useWorkbenchState,
} from '../../workbench/index.ts';
import { type DrawnNode, sameData } from '../adapters/drawing-types.ts';
import { CanvasContext } from '../canvas-context.ts';
import { type Detail, DetailContext } from '../detail.ts';
import { messages } from '../messages.ts';
import { useIsTabStop } from '../tab-stop.ts';
import { typeIcons } from './icons.tsx';
import { Outlets } from './Outlets.tsx';
import { describeRun, InsideMark, RunMark } from './RunMark.tsx';

/** One state. Listens to its own part of a run; nothing else of the page, nor being dragged, makes it render. */
export const StateNode = memo(function StateNode({ data }: NodeProps<DrawnNode>) {
  const { node, outlets } = data;
  const id = node.id as StateId;
  const run = useNodeRun(id);
  const mark = useNodeMark(id);
  const selected = useIsSelected(id);
  const isTabStop = useIsTabStop(id);
  const { target, closed } = useContext(CanvasContext);
  const isClosed = closed.has(id);
  const inside = useWorkbenchState((s) => (isClosed ? selectPhaseInside(s, id) : undefined));
  const stops = useWorkbenchState(
    (s) => s.settings.breakpoints.some((b) => b.state === id) || (isClosed && selectStopsInside(s, id)),
  );
  const detail = useContext(DetailContext);
  const kind = node.kind === 'scope' || node.kind === 'entry' ? 'Unknown' : node.kind;
  return (
    <div
      className={`node ${node.frames.length > 0 ? 'node-container' : ''}`}
      style={{ '--type': `var(--type-${kind.toLowerCase()}, var(--text-muted))` } as React.CSSProperties}
      data-node={id}
      data-run={run?.phase === 'running' && inside !== 'caught' ? (inside ?? run.phase) : run?.phase}
      data-closed={isClosed || undefined}
      data-mark={mark?.kind}
      data-selected={selected || undefined}
      data-stale={node.stale || undefined}
      data-target={target === id || undefined}
      data-problem={node.errors > 0 ? 'error' : node.warnings > 0 ? 'warning' : undefined}
      role="group"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={nodeName(node)}
      aria-description={describe({ node, run, inside, stops, mark })}
      aria-current={selected || undefined}
    >
      <Header node={node} run={run} inside={inside} detail={detail} />
      {stops && <span className="node-breakpoint" title={messages.breakpoint} aria-hidden />}
      {mark && <Coverage mark={mark} />}
      {node.ends && <span className="node-end" title={messages.ends} aria-hidden />}
      {detail !== 'far' && <Outlets outlets={outlets} accepts />}
    </div>
  );
}, sameData);

/** The accessible name of a node: type, blank, state name. */
export const nodeName = (node: GraphNode): string =>
  messages.node(node.kind === 'Unknown' ? messages.unknownType : node.kind, node.label || messages.unnamed);

const markSigns = { covered: '✓', partly: '◐', uncovered: '○', differs: '≠' } as const;

/** What scenarios say about the state: a sign, and in its tooltip what is missing or different. */
function Coverage({ mark }: { readonly mark: NodeMark }) {
  const about = [messages.marks[mark.kind], ...mark.lines.slice(0, 12)].join('\n');
  return (
    <span className="node-mark" data-mark={mark.kind} title={about} aria-hidden>
      {markSigns[mark.kind]}
    </span>
  );
}

interface Described {
  readonly node: GraphNode;
  readonly run: NodeRun | undefined;
  readonly inside: Telling | undefined;
  readonly stops: boolean;
  readonly mark: NodeMark | undefined;
}

function describe({ node, run, inside, stops, mark }: Described): string {
  const problems = messages.problems(node.errors, node.warnings) || messages.noProblems;
  const ran = [...describeRun(run), ...(inside ? [messages.inside(inside)] : [])];
  const parts = [...ran, problems, ...(node.stale ? [messages.stale] : []), node.subtitle];
  const marked = mark ? [messages.marks[mark.kind]] : [];
  return [...parts, ...(stops ? [messages.breakpoint] : []), ...marked].filter(Boolean).join(', ');
}

interface HeaderProps {
  readonly node: GraphNode;
  readonly run: NodeRun | undefined;
  readonly inside: Telling | undefined;
  readonly detail: Detail;
}

function Header({ node, run, inside, detail }: HeaderProps) {
  const problems = node.errors + node.warnings;
  const Icon = typeIcons[node.kind === 'scope' || node.kind === 'entry' ? 'Unknown' : node.kind];
  return (
    <div className="node-head">
      <span className="node-icon">
        <Icon size={17} aria-hidden />
      </span>
      {detail !== 'far' && <Words node={node} detail={detail} />}
      {(node.kind === 'Parallel' || node.kind === 'Map') && <FoldButton node={node} />}
      {detail !== 'far' && (run !== undefined || problems > 0) && (
        <span className="node-badges">
          {inside && inside !== run?.phase && <InsideMark phase={inside} />}
          {run && <RunMark run={run} />}
          {problems > 0 && <ProblemMark node={node} />}
        </span>
      )}
    </div>
  );
}

function Words({ node, detail }: { readonly node: GraphNode; readonly detail: Detail }) {
  return (
    <span className="node-text">
      <span className="node-name" title={node.label}>
        {node.label || messages.unnamed}
      </span>
      {detail === 'near' && (
        <span className="node-about" title={node.subtitle}>
          <span className="node-type">{node.kind === 'Unknown' ? '' : node.kind}</span>
          {node.kind !== 'Unknown' && node.subtitle ? ' · ' : ''}
          {node.subtitle}
        </span>
      )}
    </span>
  );
}

function ProblemMark({ node }: { readonly node: GraphNode }) {
  const Sign = node.errors > 0 ? CircleAlert : TriangleAlert;
  return (
    <span
      className="node-problem"
      data-severity={node.errors > 0 ? 'error' : 'warning'}
      title={messages.problems(node.errors, node.warnings)}
      aria-hidden
    >
      <Sign size={13} strokeWidth={2.4} />
      {node.errors + node.warnings}
    </span>
  );
}

/** Opens and closes a container in place. */
function FoldButton({ node }: { readonly node: GraphNode }) {
  const { closed, fold } = useContext(CanvasContext);
  const isClosed = closed.has(node.id as StateId);
  if (!isClosed && node.frames.length === 0) return null;
  const Sign = isClosed ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      className="node-fold nodrag"
      tabIndex={-1}
      aria-expanded={!isClosed}
      aria-label={isClosed ? messages.open(node.label) : messages.close(node.label)}
      onClick={(event) => {
        event.stopPropagation();
        fold(node.id as StateId);
      }}
    >
      <Sign size={16} aria-hidden />
    </button>
  );
}
