import { childScopes, type Flow, outletsOf, resolveTarget, type Scope, type State } from '../fdl/index.ts';
import { messages } from './messages.ts';

/** The flow as a Mermaid flowchart. Nodes get numbers for names, because Mermaid's own names allow little. */
export function mermaidText(flow: Flow): string {
  const lines = ['flowchart TD'];
  const numbers = new Map<string, string>();
  const numberOf = (id: string): string => {
    const known = numbers.get(id) ?? `s${numbers.size}`;
    numbers.set(id, known);
    return known;
  };
  writeScope(flow, '  ', { lines, numberOf });
  return `${lines.join('\n')}\n`;
}

interface Drawing {
  readonly lines: string[];
  readonly numberOf: (id: string) => string;
}

function writeScope(scope: Scope, indent: string, drawing: Drawing): void {
  const { lines, numberOf } = drawing;
  const start = scope.startAt && resolveTarget(scope, scope.startAt.value);
  const entry = numberOf(`${scope.id}/start`);
  if (start) lines.push(`${indent}${entry}((${quote(messages.entry)}))`);
  for (const state of scope.states) writeState(state, indent, drawing);
  if (start) lines.push(`${indent}${entry} --> ${numberOf(start.id)}`);
  for (const state of scope.states) {
    for (const { outlet, target, label } of inReadingOrder(outletsOf(state))) {
      const to = target && resolveTarget(scope, target.value);
      if (!to) continue;
      const arrow = outlet.kind === 'catch' ? '-.->' : '-->';
      const shown = outlet.kind === 'next' ? '' : `|${quote(label)}|`;
      lines.push(`${indent}${numberOf(state.id)} ${arrow}${shown} ${numberOf(to.id)}`);
    }
  }
}

/** As a person reads a Choice: the conditions, then what happens otherwise, then errors. */
function inReadingOrder(outlets: ReturnType<typeof outletsOf>): ReturnType<typeof outletsOf> {
  const rank = { start: 0, next: 0, branch: 1, default: 2, catch: 3 };
  return outlets.toSorted((a, b) => rank[a.outlet.kind] - rank[b.outlet.kind]);
}

function writeState(state: State, indent: string, drawing: Drawing): void {
  const { lines, numberOf } = drawing;
  const scopes = childScopes(state);
  const title = quote(state.name.value);
  if (scopes.length === 0) {
    lines.push(`${indent}${numberOf(state.id)}${shapeOf(state, title)}`);
    return;
  }
  lines.push(`${indent}subgraph ${numberOf(state.id)} [${title}]`);
  scopes.forEach((scope, index) => {
    const about = state.type === 'Map' ? messages.processorTitle : messages.branchTitle(index);
    lines.push(`${indent}  subgraph ${numberOf(scope.id)} [${quote(about)}]`);
    writeScope(scope, `${indent}    `, drawing);
    lines.push(`${indent}  end`);
  });
  lines.push(`${indent}end`);
}

function shapeOf(state: State, title: string): string {
  switch (state.type) {
    case 'Choice':
      return `{${title}}`;
    case 'Succeed':
    case 'Fail':
      return `([${title}])`;
    case 'Wait':
      return `[/${title}/]`;
    case 'Pass':
      return `(${title})`;
    default:
      return `[${title}]`;
  }
}

/** Text in quotes; what Mermaid or HTML would read as its own is written as a number of that character. */
const quote = (text: string): string => {
  const inner = text.replace(/["#&<>\\`]/g, (character) => `#${character.codePointAt(0) ?? 0};`).replace(/\s+/g, ' ');
  return `"${inner === '' ? ' ' : inner}"`;
};
