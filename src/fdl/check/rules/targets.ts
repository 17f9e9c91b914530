import type { Outlet } from '../../edit/flow-edit.ts';
import { outletPath } from '../../edit/paths.ts';
import type { Fix } from '../../diagnostic.ts';
import { nearest } from '../../expression/spelling.ts';
import type { Located, Scope, State } from '../../model.ts';
import { listOf, mapOf, valueOf } from '../../syntax/written-values.ts';
import { nameIndexOf, resolveTarget } from '../../walk.ts';
import type { Written, WrittenMap } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import type { Report } from '../rule.ts';
import { exitsOf } from './exits.ts';
import { judgeScope, type ScopeVerdict } from './scope-verdict.ts';

export interface TargetSubject {
  readonly scope: Scope;
  /** `StartAt` of the flow is rule F05, that of a branch or processor rule C07. */
  readonly startCode: 'F05' | 'C07';
  readonly report: Report;
}

/** C03, C07 and C08 within one scope: names, transitions, reachability. */
export function checkTargets(subject: TargetSubject, verdict: ScopeVerdict = judgeScope(subject.scope)): void {
  const { scope, report } = subject;
  const { states, startAt } = scope;
  for (const i of verdict.duplicates) {
    const state = states[i];
    if (state) report('C03', state.name.span, say.duplicateName(state.name.value), { state: state.id });
  }
  const advice = new Advice(scope);
  if (startAt && verdict.startUnknown && isText(scope.written, { kind: 'start' }))
    reportStart(startAt, subject, advice);
  for (const i of verdict.lost) {
    const state = states[i];
    if (state) reportLost(state, subject, advice);
  }
  for (const i of verdict.unreachable) {
    const state = states[i];
    // Nothing can lead to a state that has no name; that it needs one is said already (C01).
    if (state && state.name.value !== '') report('C08', state.name.span, say.unreachable, { state: state.id });
  }
  if (startAt && verdict.endless) report('C08', startAt.span, say.noEnd);
}

function reportStart(startAt: Located<string>, { scope, startCode, report }: TargetSubject, advice: Advice): void {
  const suggestion = advice.nearest(startAt.value);
  const message =
    startCode === 'F05'
      ? say.unknownStart(startAt.value, suggestion)
      : say.unknownTarget('StartAt', startAt.value, suggestion);
  report(startCode, startAt.span, message, { fixes: advice.fix(scope.id, { kind: 'start' }, suggestion) });
}

function reportLost(state: State, { scope, report }: TargetSubject, advice: Advice): void {
  for (const { outlet, target } of exitsOf(state)) {
    if (resolveTarget(scope, target.value) || !isText(state.written, outlet)) continue;
    const suggestion = advice.nearest(target.value);
    const fixes = advice.fix(state.id, outlet, suggestion);
    const message = say.unknownTarget(keyOf(outlet), target.value, suggestion);
    report('C07', target.span, message, { fixes, state: state.id });
  }
}

/** Whether a name is written as text; of anything else its kind is told (C10), and quotes may be all that is missing. */
function isText(written: WrittenMap | undefined, outlet: Outlet): boolean {
  const value = outletPath(outlet).reduce<Written | undefined>(
    (at, step) => (typeof step === 'number' ? listOf(at)[step] : valueOf(mapOf(at), step)),
    written,
  );
  return value?.kind !== 'scalar' || typeof value.value === 'string';
}

function keyOf(outlet: Outlet): string {
  return outlet.kind === 'start' ? 'StartAt' : outlet.kind === 'default' ? 'Default' : 'Next';
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
    const alike: string[] = [];
    for (const other of nameIndexOf(this.#scope).keys()) {
      if (Math.abs(other.length - name.length) > 2 || alike.length === 300) continue;
      if (other.charAt(0).toLowerCase() === first || other.charAt(other.length - 1).toLowerCase() === last) {
        alike.push(other);
      }
    }
    return nearest(name, alike);
  }

  fix(from: Scope['id'] | State['id'], outlet: Outlet, suggestion: string | undefined): readonly Fix[] {
    const to = suggestion === undefined ? undefined : resolveTarget(this.#scope, suggestion);
    if (!to || suggestion === undefined) return [];
    return [{ title: say.fixSpelling(suggestion), edit: { type: 'connect', from, outlet, to: to.id } }];
  }
}
