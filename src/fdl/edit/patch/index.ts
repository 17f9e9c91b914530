import { assertNever, type Changes, makeChanges } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import type { SimpleOp } from '../json-ops.ts';
import { printKey } from '../text/print-value.ts';
import { lookAt } from '../text/look.ts';
import { isInFlow, type Slot, slotAt } from '../tree.ts';
import { insertEntry } from './insert-entry.ts';
import { insertItems } from './insert-items.ts';
import { removeChildren } from './remove.ts';
import { replaceValue } from './replace-value.ts';
import { writeOut } from './write-out.ts';

/** The text changes that carry an operation out; `undefined` where the way the place is written does not allow it. */
export function patch(source: Source, op: SimpleOp): Changes | undefined {
  switch (op.op) {
    case 'set':
      return setAt(source, op);
    case 'replace':
      return replaceEntry(source, op);
    case 'remove': {
      const parent = slotAt(source, op.path.slice(0, -1));
      const step = op.path.at(-1);
      return parent && step !== undefined ? removeChildren(source, parent, [step]) : undefined;
    }
    case 'remove-items': {
      const list = slotAt(source, op.path);
      return list && removeChildren(source, list, op.indices);
    }
    case 'insert': {
      const list = slotAt(source, op.path);
      return list && insertItems(source, list, op.index, op.items);
    }
    case 'write-out': {
      const slot = slotAt(source, op.path);
      return slot && writeOut(source, slot);
    }
    default:
      return assertNever(op);
  }
}

function setAt(source: Source, { path, value }: Extract<SimpleOp, { op: 'set' }>): Changes | undefined {
  const slot = slotAt(source, path);
  if (slot && !slot.merged) return replaceValue(source, slot, value);
  const map = slotAt(source, path.slice(0, -1));
  return map && insertEntry(source, map, String(path.at(-1)), value);
}

function replaceEntry(source: Source, { path, key, value }: Extract<SimpleOp, { op: 'replace' }>): Changes | undefined {
  const slot = slotAt(source, path);
  if (!slot?.key || slot.merged) return undefined;
  const values = replaceValue(source, slot, value, key);
  return values && makeChanges([{ ...slot.key, insert: newKey(source, slot, slot.key.from, key) }, ...values]);
}

/** A key keeps its quotes. */
function newKey(source: Source, slot: Slot, at: number, key: string): string {
  const quote = source.text[at];
  const keys = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
  return printKey(key, { ...lookAt(source, slot), keys }, isInFlow(slot.parent));
}
