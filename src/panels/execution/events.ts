import type { Json } from '../../base/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';

export const isFailure = ({ type }: ExecutionEvent): boolean => /Failed|TimedOut|Stopped/.test(type);

/** Events whose type, state or data hold the words typed, in the order of the run. */
export function filterEvents(
  events: readonly ExecutionEvent[],
  text: string,
  onlyErrors: boolean,
): readonly ExecutionEvent[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && !onlyErrors) return events;
  return events.filter((event) => {
    if (onlyErrors && !isFailure(event)) return false;
    if (words.length === 0) return true;
    const searched = `${event.type} ${event.stepName} ${printed(event.detail)}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

const summaries = new WeakMap<ExecutionEvent, string>();

/** The most telling part of an event's data in one short line; worked out once, since data may be large. */
export function summary(event: ExecutionEvent): string {
  const known = summaries.get(event);
  if (known !== undefined) return known;
  const text = summarise(event);
  summaries.set(event, text);
  return text;
}

function summarise({ type, detail }: ExecutionEvent): string {
  const part = (key: string): string => String(detail[key] ?? '');
  if ('error' in detail) return `${part('error')}: ${part('cause')}`;
  if (type === 'TaskScheduled') return part('action');
  if (type === 'IterationEntered' || type === 'BranchEntered') return `#${part('index')}`;
  const value = detail['output'] ?? detail['input'];
  return value === undefined ? '' : printed(value).slice(0, 200);
}

function printed(value: Json): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
