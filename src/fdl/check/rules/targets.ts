import { nearest } from '../../expression/spelling.ts';
import type { Outlet } from '../../edit/flow-edit.ts';
import type { Fix } from '../../diagnostic.ts';
import type { Located, Scope, State } from '../../model.ts';
import { outletsOf, resolveTarget } from '../../walk.ts';
import { checkMessages as say } from '../messages.ts';
import type { Report } from '../rule.ts';
import { checkReachability } from './reachability.ts';

export interface TargetSubject {
  readonly scope: Scope;
  /** `StartAt` of the flow is rule F05, that of a branch or processor rule C07. */
  readonly startCode: 'F05' | 'C07';
  readonly report: Report;
}

/** C03, C05's neighbours C07 and C08: names within one scope. Linear in the number of states. */
export function checkTargets(subject: TargetSubject): void {
  const { scope } = subject;
  checkDuplicates(subject);
  // While a state's name cannot be made out, any name may be that state's.
  if (scope.states.some((state) => state.stale && state.name.value === '')) return;
  const advice = new Advice(scope);
  if (scope.startAt) checkStart(scope.startAt, subject, advice);
  for (const state of scope.states) checkState(state, subject, advice);
  checkReachability(subject);
}

/** C03 within the scope: the second and later ones (ruling R33). */
function checkDuplicates({ scope, report }: TargetSubject): void {
  for (const state of scope.states) {
    const { value, span } = state.name;
    if (value === '' || resolveTarget(scope, value) === state || state.stale) continue;
    report('C03', span, say.duplicateName(value), { state: state.id });
  }
}

function checkStart(startAt: Located<string>, { scope, startCode, report }: TargetSubject, advice: Advice): void {
  if (startAt.value === '' || resolveTarget(scope, startAt.value)) return;
  const suggestion = advice.nearest(startAt.value);
  const message =
    startCode === 'F05'
      ? say.unknownStart(startAt.value, suggestion)
      : say.unknownTarget('StartAt', startAt.value, suggestion);
  report(startCode, startAt.span, message, { fixes: advice.fix(scope.id, { kind: 'start' }, suggestion) });
}

function checkState(state: State, { scope, report }: TargetSubject, advice: Advice): void {
  if (state.stale) return;
  for (const { outlet, target } of exitsOf(state)) {
    if (resolveTarget(scope, target.value)) continue;
    const suggestion = advice.nearest(target.value);
    const fixes = advice.fix(state.id, outlet, suggestion);
    const message = say.unknownTarget(keyOf(outlet), target.value, suggestion);
    report('C07', target.span, message, { fixes, state: state.id });
  }
}

function keyOf(outlet: Outlet): string {
  return outlet.kind === 'start' ? 'StartAt' : outlet.kind === 'default' ? 'Default' : 'Next';
}

/** An outlet with a name in it. */
export interface Exit {
  readonly outlet: Outlet;
  readonly target: Located<string>;
}
const exits = new WeakMap<State, readonly Exit[]>();

/** The written ways out of a state, remembered: they are asked for at every keystroke. */
export function exitsOf(state: State): readonly Exit[] {
  const known = exits.get(state);
  if (known) return known;
  const own = outletsOf(state).flatMap(({ outlet, target }) =>
    target && target.value !== '' ? [{ outlet, target }] : [],
  );
  exits.set(state, own);
  return own;
}

/** Names that were probably meant. Bounded, because a file may hold thousands of wrong names. */
class Advice {
  readonly #scope: Scope;
  #left = 20;
  constructor(scope: Scope) {
    this.#scope = scope;
  }

  nearest(name: string): string | undefined {
    if (this.#left === 0) return undefined;
    this.#left -= 1;
    const first = name.charAt(0).toLowerCase();
    const last = name.charAt(name.length - 1).toLowerCase();
    const alike = this.#scope.states
      .map((state) => state.name.value)
      .filter((other) => {
        if (Math.abs(other.length - name.length) > 2) return false;
        return other.charAt(0).toLowerCase() === first || other.charAt(other.length - 1).toLowerCase() === last;
      });
    return nearest(name, alike.slice(0, 300));
  }

  fix(from: Scope['id'] | State['id'], outlet: Outlet, suggestion: string | undefined): readonly Fix[] {
    const to = suggestion === undefined ? undefined : resolveTarget(this.#scope, suggestion);
    if (!to || suggestion === undefined) return [];
    return [{ title: say.fixSpelling(suggestion), edit: { type: 'connect', from, outlet, to: to.id } }];
  }
}
