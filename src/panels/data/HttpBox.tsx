import type { Exchange } from '../../functions/index.ts';
import { formatDuration } from '../../scenario/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.data;
interface Props {
  readonly exchange: Exchange;
  readonly position: number | undefined;
}

/** A call as it went over the wire, and its answer. */
export function HttpBox({ exchange, position }: Props) {
  const { call, answer } = exchange;
  const name = (label: string): string => (position === undefined ? label : `${label} ${position}`);
  return (
    <>
      <Wire title={name(words.request)} first={`${call.method} ${call.url}`} headers={call.headers} body={call.body} />
      {answer ? (
        <Wire
          title={name(words.response)}
          first={`${answer.status} · ${formatDuration(answer.beyond.latencyMs)}`}
          headers={answer.headers}
          body={answer.body}
        />
      ) : (
        <p className="muted">{words.pending}</p>
      )}
    </>
  );
}

interface WireProps {
  readonly title: string;
  readonly first: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
function Wire({ title, first, headers, body }: WireProps) {
  const lines = [first, ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`), '', body];
  return (
    <section className="json-box" aria-label={title}>
      <header className="json-head">
        <h4>{title}</h4>
      </header>
      <pre tabIndex={0} aria-label={title}>
        {lines.join('\n').slice(0, 40_000)}
      </pre>
    </section>
  );
}
