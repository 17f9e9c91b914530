import type { Exchange } from '../../functions/index.ts';
import type { Attempt, ValueSource } from '../../simulator/index.ts';
import { JsonTree } from '../common/JsonTree.tsx';
import { messages } from '../run-messages.ts';
import { HttpBox } from './HttpBox.tsx';

const words = messages.data;
interface Props {
  readonly attempt: Attempt;
  readonly exchange: Exchange | undefined;
  readonly sources: readonly ValueSource[];
  /** Set where there are several. */
  readonly position: number | undefined;
  readonly search: string;
}

/** One call of a Task: what was sent, how it went over the wire, what came back. */
export function AttemptBoxes({ attempt, exchange, sources, position, search }: Props) {
  const name = (label: string): string => (position === undefined ? label : `${label} ${position}`);
  return (
    <>
      <JsonTree label={name(words.parameters)} value={attempt.parameters} sources={sources} search={search} />
      {exchange && <HttpBox exchange={exchange} position={position} />}
      <JsonTree label={name(words.raw)} value={attempt.raw ?? attempt.submitted} root="$Output" search={search} />
      {attempt.error && <ErrorLine code={attempt.error.code} detail={attempt.error.detail} />}
    </>
  );
}

export function ErrorLine({ code, detail }: { readonly code: string; readonly detail: string }) {
  return (
    <p className="alert">
      <b>{code}</b> {detail}
    </p>
  );
}
