import type { Source } from '../syntax/source.ts';
import type { SimpleOp } from './json-ops.ts';
import { writtenAt } from './sharing.ts';
import type { Path } from './tree.ts';

/**
 * Text that counts in several places may change when all of them are to change alike, as the name of a state in a
 * `Catch` that several states share. It is written once, where it stands; `effects` are all places that then hold the
 * value, to be compared with what is read again.
 */
export function writtenOnce(
  source: Source,
  ops: readonly SimpleOp[],
): { readonly writes: readonly SimpleOp[]; readonly effects: readonly SimpleOp[] } {
  if (!isGroup(source, ops)) return { writes: ops, effects: ops };
  const extra: SimpleOp[] = [];
  const writes = ops.filter((op) => {
    if (op.op !== 'set') return true;
    const path = writtenAt(source, op.path);
    if (isSamePath(path, op.path)) return true;
    const home: SimpleOp = { op: 'set', path, value: op.value };
    if ([...ops, ...extra].some((other) => isSameSet(other, home))) return false;
    if (path[0] === 'States') return true;
    extra.push(home);
    return false;
  });
  return { writes: [...writes, ...extra], effects: [...ops, ...extra] };
}

/** Whether an operation of a group changes its text where it stands, so that others may see the change too. */
export const isWrittenHere = (source: Source, op: SimpleOp, group: readonly SimpleOp[]): boolean =>
  op.op === 'set' && isGroup(source, group) && isSamePath(writtenAt(source, op.path), op.path);

const isGroup = (source: Source, ops: readonly SimpleOp[]): boolean => ops.length > 1 && /[&*]/.test(source.text);

const isSameSet = (op: SimpleOp, other: SimpleOp): boolean =>
  op.op === 'set' && other.op === 'set' && op.value === other.value && isSamePath(op.path, other.path);

const isSamePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, i) => step === b[i]);
