import {
  type Changes,
  failure,
  isObject,
  type Json,
  makeChanges,
  ok,
  type Result,
  smallestChange,
} from '../../base/index.ts';
import type { NodeId, StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';
import { carryOut, type Draft, idsNow, openDraft } from './draft.ts';
import type { Refusal } from './flow-edit.ts';
import type { Op } from './json-ops.ts';

/** An edit as text: what to replace, what to call it beside Undo, what to select afterwards. */
export interface EditPlan {
  readonly changes: Changes;
  readonly label: string;
  readonly select: readonly StateId[];
  /** States and scopes whose id changes (old → new), so that what hangs on ids can follow. */
  readonly renamed?: ReadonlyMap<NodeId, NodeId>;
}

/** What a script sees: the draft as it is after the operations so far. */
export interface Stage {
  draft: Draft;
  /** How many new objects have been introduced. */
  introduced: number;
}

/** How a script ends: done, with what to select (ids from before the edit, or names from `introduce`); or refused. */
export type Ending = { readonly label: string; readonly select: readonly string[] } | { readonly refuse: Refusal };

/**
 * An intention as operations in turn. Each is carried out before the script goes on, so that the next one can look at
 * the document as it is by then; an operation that cannot be carried out ends the edit.
 */
export type Script = Generator<Op, Ending, void>;

export const refuse = (reason: Refusal['reason'], message: string): { readonly refuse: Refusal } => ({
  refuse: { reason, message },
});

export function runScript(source: Source, write: (stage: Stage) => Script): Result<EditPlan, Refusal> {
  const stage: Stage = { draft: openDraft(source), introduced: 0 };
  const script = write(stage);
  for (let next = script.next(); ; next = script.next()) {
    if (next.done === true)
      return 'refuse' in next.value ? failure(next.value.refuse) : ok(planOf(source, stage.draft, next.value));
    const result = carryOut(stage.draft, next.value);
    if (!result.ok) return result;
    stage.draft = result.value;
  }
}

/** No id begins with it: state names come from YAML, which cannot hold it. */
const newMark = '\u0000';

/** Gives a new object in the document a name under which it can be found again. */
export function introduce(stage: Stage, value: Json): string {
  stage.introduced += 1;
  const name = `${newMark}${stage.introduced}`;
  if (isObject(value)) stage.draft.identities.set(value, name);
  return name;
}

function planOf(source: Source, draft: Draft, { label, select }: Exclude<Ending, { refuse: Refusal }>): EditPlan {
  const now = idsNow(draft);
  const renamed = new Map<NodeId, NodeId>();
  for (const [was, is] of now) if (was !== is && !was.startsWith(newMark)) renamed.set(was as NodeId, is);
  const plan = {
    changes: tighten(source.text, draft.changes),
    label,
    select: select.flatMap((id) => (now.get(id) as StateId | undefined) ?? []),
  };
  return renamed.size > 0 ? { ...plan, renamed } : plan;
}

/** What a change removes and writes again is not part of it. */
function tighten(text: string, changes: Changes): Changes {
  return makeChanges(
    changes.flatMap(({ from, to, insert }) => {
      if (from === to || insert === '') return [{ from, to, insert }];
      const smaller = smallestChange(text.slice(from, to), insert);
      return smaller ? [{ from: from + smaller.from, to: from + smaller.to, insert: smaller.insert }] : [];
    }),
  );
}
