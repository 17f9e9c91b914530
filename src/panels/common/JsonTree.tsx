import { ChevronDown, ChevronRight, Copy } from 'lucide-react';
import { createContext, useContext, useMemo, useState } from 'react';
import { type Json, jsonSize } from '../../base/index.ts';
import { pathText } from '../../scenario/index.ts';
import type { ValueSource } from '../../simulator/index.ts';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { CopyText } from './CopyText.tsx';
import { printJson } from './print-json.ts';
import { childrenOf, findIn, insideOf, isChanged, isContainer, type Path, pathKey, shortText } from './json-rows.ts';
import './json-tree.css';

const words = messages.data;
const limit = 65_536;
/** So many children are drawn at once; the next ones on demand. */
const pageOfChildren = 100;
const openDepth = 2;

interface Props {
  readonly label: string;
  readonly value: Json | undefined;
  /** What the value is called in an expression: `$Input`. Its paths can be copied. */
  readonly root?: string;
  /** The value before; what differs from it is highlighted. */
  readonly before?: Json | undefined;
  /** Which expression made which part. */
  readonly sources?: readonly ValueSource[];
  /** Compare the size with the service's limit for data between states. */
  readonly limited?: boolean;
  readonly search?: string;
}

interface Shared {
  readonly root: string | undefined;
  readonly sources: ReadonlyMap<string, string>;
  readonly hits: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
}
const SharedContext = createContext<Shared>({
  root: undefined,
  sources: new Map(),
  hits: new Set(),
  opened: new Set(),
});

/** A value to walk through: opened and closed, searched, its paths copied, with where each part comes from. */
export function JsonTree({ label, value, root, before, sources, limited = false, search = '' }: Props) {
  const found = useMemo(() => findIn(value ?? null, search), [value, search]);
  const shared = useMemo(
    (): Shared => ({
      root,
      sources: new Map((sources ?? []).map(({ path, expression }) => [pathKey(path), expression])),
      hits: found.hits,
      opened: found.open,
    }),
    [root, sources, found],
  );
  if (value === undefined) return null;
  const whole = shared.sources.get(pathKey([]));
  return (
    <section className="json-box" aria-label={label}>
      <Head label={label} value={value} limited={limited} found={search.trim() === '' ? undefined : found.hits.size} />
      <SharedContext value={shared}>
        <div className="json-tree" tabIndex={0} role="group" aria-label={label}>
          {isContainer(value) && childrenOf(value).length > 0 ? (
            <Children value={value} before={before} path={[]} />
          ) : (
            <code>{shortText(value)}</code>
          )}
          {whole !== undefined && <Made expression={whole} />}
        </div>
      </SharedContext>
    </section>
  );
}

interface HeadProps {
  readonly label: string;
  readonly value: Json;
  readonly limited: boolean;
  readonly found: number | undefined;
}
function Head({ label, value, limited, found }: HeadProps) {
  const bytes = useMemo(() => safeSize(value), [value]);
  const share = Math.round((bytes / limit) * 100);
  const over = limited && bytes > limit;
  return (
    <header className="json-head">
      <h4>{label}</h4>
      {found !== undefined && found > 0 && <span className="tag info">{words.found(found)}</span>}
      <span className={`tag ${over ? 'error' : ''}`} title={over ? words.tooLarge : undefined}>
        {words.size(bytes)}
        {limited && share >= 1 ? ` · ${words.limit(share)}` : ''}
      </span>
      <CopyText text={() => printJson(value)} title={`${words.copy} ${label}`} />
    </header>
  );
}

interface BranchProps {
  readonly value: Json;
  readonly before: Json | undefined;
  readonly path: Path;
}
function Children({ value, before, path }: BranchProps) {
  const [shown, setShown] = useState(pageOfChildren);
  const children = childrenOf(value);
  return (
    <ul>
      {children.slice(0, shown).map(([key, inside]) => (
        <Entry
          key={key}
          value={inside}
          before={before === undefined ? undefined : (insideOf(before, key) ?? null)}
          changed={isChanged(before, key, inside)}
          path={[...path, key]}
        />
      ))}
      {children.length > shown && (
        <li>
          <button type="button" className="json-more" onClick={() => setShown(shown + 10 * pageOfChildren)}>
            {words.moreChildren(children.length - shown)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Entry({ value, before, path, changed }: BranchProps & { readonly changed: boolean }) {
  const { root, sources, hits, opened } = useContext(SharedContext);
  const [pressed, setPressed] = useState<boolean>();
  const here = pathKey(path);
  const container = isContainer(value) && childrenOf(value).length > 0;
  const open = container && (pressed ?? (opened.has(here) || path.length < openDepth));
  const key = path.at(-1);
  const text = root === undefined ? String(key) : pathText(root, path);
  const source = sources.get(here);
  return (
    <li>
      <div
        className="json-row"
        data-changed={changed || undefined}
        data-hit={hits.has(here) || undefined}
        title={changed ? words.changed : undefined}
      >
        {container ? (
          <button
            type="button"
            className="json-fold"
            aria-expanded={open}
            aria-label={open ? words.close(text) : words.open(text)}
            onClick={() => setPressed(!open)}
          >
            {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          </button>
        ) : (
          <span className="json-fold" aria-hidden />
        )}
        <code className="json-key">{typeof key === 'number' ? key : JSON.stringify(key)}</code>
        <span aria-hidden>:</span>
        {!open && <code className={`json-value ${kindOf(value)}`}>{shortText(value)}</code>}
        {changed && <span className="hidden">{words.changed}</span>}
        {source !== undefined && <Made expression={source} />}
        {root !== undefined && <CopyPath path={text} />}
      </div>
      {open && <Children value={value} before={before} path={path} />}
    </li>
  );
}

const kindOf = (value: Json): string => (value === null ? 'null' : typeof value);

function Made({ expression }: { readonly expression: string }) {
  return (
    <code className="json-made" title={words.madeBy(expression)} aria-label={words.madeBy(expression)}>
      ← {expression}
    </code>
  );
}

function CopyPath({ path }: { readonly path: string }) {
  const workbench = useWorkbench();
  const copy = (): void => {
    navigator.clipboard.writeText(path).then(
      () => workbench.announce(messages.copied),
      () => undefined,
    );
  };
  return (
    <button
      type="button"
      className="json-copy"
      aria-label={words.copyPath(path)}
      title={words.copyPath(path)}
      onClick={copy}
    >
      <Copy size={11} aria-hidden />
    </button>
  );
}

function safeSize(value: Json): number {
  try {
    return jsonSize(value);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
