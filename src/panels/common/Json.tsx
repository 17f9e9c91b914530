import { useMemo } from 'react';
import { type Json as JsonValue, jsonSize } from '../../base/index.ts';
import { messages } from '../run-messages.ts';
import { CopyText } from './CopyText.tsx';

interface Props {
  readonly label: string;
  readonly value: JsonValue | undefined;
  /** Compare the size with the service's limit for data between states. */
  readonly limited?: boolean;
}
const mostCharacters = 40_000;
const limit = 65_536;

/** A value as readable JSON, with its size; very long ones are cut on the screen, never in the copy. */
export function JsonBox({ label, value, limited = false }: Props) {
  const text = useMemo(() => (value === undefined ? undefined : printJson(value)), [value]);
  const bytes = useMemo(() => (value === undefined ? 0 : safeSize(value)), [value]);
  if (value === undefined || text === undefined) return null;
  const share = Math.round((bytes / limit) * 100);
  return (
    <section className="json-box" aria-label={label}>
      <header className="json-head">
        <h4>{label}</h4>
        <span className={`tag ${limited && share > 100 ? 'error' : ''}`}>
          {messages.data.size(bytes)}
          {limited && share >= 10 ? ` · ${messages.data.limit(share)}` : ''}
        </span>
        <CopyText text={text} title={`${messages.data.copy} ${label}`} />
      </header>
      <pre tabIndex={0} aria-label={label}>
        {text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text}
      </pre>
    </section>
  );
}

export function printJson(value: JsonValue): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return '';
  }
}
function safeSize(value: JsonValue): number {
  try {
    return jsonSize(value);
  } catch {
    return 0;
  }
}
