import type { CatchRule, Located, Outlet, State } from '../fdl/index.ts';
import { messages } from './messages.ts';
import { shorten } from './shorten.ts';

/** An outlet of a state as it is drawn: label and the name it leads to, if any. */
export interface DrawnOutlet {
  readonly outlet: Outlet;
  readonly label: string;
  /** The label in full. */
  readonly title: string;
  readonly target: Located<string> | undefined;
}

const longest = 28;

/** The outlets of a state in the order they are tried; an open one is there too, so that it can be connected. */
export function drawnOutlets(state: State): readonly DrawnOutlet[] {
  const main = state.type === 'Choice' ? ofChoice(state) : ofOthers(state);
  const rules = 'catch' in state ? state.catch : [];
  return [...main, ...rules.map(ofCatch)];
}

function ofChoice(state: State & { type: 'Choice' }): DrawnOutlet[] {
  const branches = state.branches.map((branch, index) =>
    drawn({ kind: 'branch', index }, branch.condition?.text ?? '', branch.next),
  );
  return [...branches, drawn({ kind: 'default' }, messages.defaultOutlet, state.default)];
}

function ofOthers(state: State): DrawnOutlet[] {
  if (state.type === 'Succeed' || state.type === 'Fail' || state.type === 'Choice') return [];
  return [drawn({ kind: 'next' }, '', state.next)];
}

function ofCatch(rule: CatchRule, index: number): DrawnOutlet {
  const label = rule.errors.length > 0 ? rule.errors.join(', ') : messages.anyError;
  return drawn({ kind: 'catch', index }, label, rule.next);
}

function drawn(outlet: Outlet, title: string, target: DrawnOutlet['target']): DrawnOutlet {
  return { outlet, label: shorten(title, longest), title, target };
}
