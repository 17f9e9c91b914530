import { type Span, span } from '../../base/index.ts';
import { rootScope } from '../ids.ts';
import type { Flow, State } from '../model.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap } from '../written.ts';
import { textOf, valueOf } from './written-values.ts';

/** The flow around its states: attributes from the top-level mapping, places in the whole text. */
export function readFlow(written: WrittenMap | undefined, states: readonly State[], whole: Span): Flow {
  const attribute = (key: string) => textOf(valueOf(written, key));
  return {
    id: rootScope,
    type: attribute('Type'),
    name: attribute('Name'),
    specVersion: attribute('SpecVersion'),
    description: attribute('Description'),
    startAt: attribute('StartAt'),
    states,
    span: written?.span ?? whole,
    written,
  };
}

/** The top-level mapping with the items of the states, each in its own frame, as the value of `States`. */
export function withStates(frame: WrittenMap, items: readonly Written[], at: Span): WrittenMap {
  const list: WrittenList = { kind: 'list', style: 'block', span: at, items };
  let placed = false;
  const entries = frame.entries.map((entry): WrittenEntry => {
    if (placed || entry.key !== 'States') return entry;
    placed = true;
    return { ...entry, value: list };
  });
  return { ...frame, span: span(frame.span.from, Math.max(frame.span.to, at.to)), entries };
}
