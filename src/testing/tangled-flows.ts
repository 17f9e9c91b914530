import fc from 'fast-check';

/** Scopes of states that lead anywhere, also back, to themselves and to nowhere. */
interface Plan {
  readonly kind: 'Pass' | 'Choice' | 'Task' | 'Parallel' | 'Map' | 'Succeed';
  readonly to: readonly number[];
  readonly inside: readonly (readonly Plan[])[];
}
const { scope } = fc.letrec<{ scope: readonly Plan[]; plan: Plan }>((tie) => ({
  plan: fc.record({
    kind: fc.constantFrom('Pass', 'Choice', 'Task', 'Task', 'Parallel', 'Map', 'Succeed'),
    to: fc.array(fc.nat(14), { minLength: 1, maxLength: 4 }),
    inside: fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      fc.constant<readonly (readonly Plan[])[]>([[]]),
      fc.array(tie('scope'), { minLength: 1, maxLength: 3 }),
    ),
  }),
  scope: fc.array(tie('plan'), { maxLength: 12 }),
}));

const name = (index: number): string => `state ${index}`;
const written = (plans: readonly Plan[]): object => ({ StartAt: name(0), States: plans.map(writtenState) });
function writtenState({ kind, to, inside }: Plan, index: number): object {
  const [next = 0, ...more] = to;
  const base = { Name: name(index), Type: kind };
  if (kind === 'Succeed') return base;
  const branch = (n: number) => ({ Condition: `$Input.n == ${n}`, Next: name(n) });
  if (kind === 'Choice') return { ...base, Branches: more.map(branch), Default: name(next) };
  const rules = kind === 'Pass' ? {} : { Catch: more.map((n) => ({ Errors: ['FnF.ALL'], Next: name(n) })) };
  const body =
    kind === 'Parallel'
      ? { Branches: inside.map(written) }
      : kind === 'Map'
        ? { Processor: written(inside[0] ?? []) }
        : {};
  return { ...base, ...rules, ...body, Next: name(next) };
}

/** JSON of flows in which everything leads anywhere. */
export const tangledFlows: fc.Arbitrary<string> = scope.map((plans) => JSON.stringify(written(plans)));
