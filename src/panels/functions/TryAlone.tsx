import { useState } from 'react';
import { type Json, parseJson } from '../../base/index.ts';
import type { FunctionCard } from '../../scenario/index.ts';
import { JsonTree } from '../common/JsonTree.tsx';
import { messages } from '../run-messages.ts';
import type { Called } from './called.ts';
import { callAlone, type Tried } from './try-alone.ts';

const words = messages.functions;
interface Props {
  readonly called: Called;
  readonly card: FunctionCard | undefined;
}

/** Calls one function by itself and shows what a Task would get. */
export function TryAlone({ called, card }: Props) {
  const [open, setOpen] = useState(false);
  const [body, setBody] = useState('{}');
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<string>();
  const call = async (): Promise<void> => {
    const value = parseJson(body);
    setProblem(value === undefined ? words.valueNotJson(body.slice(0, 40)) : undefined);
    if (value !== undefined) setTried(await callAlone(called, card, value));
  };
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={words.tryAbout(called.key)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? words.closeTry : words.tryAlone}
      </button>
      {open && (
        <div className="try-alone" role="group" aria-label={words.tryAbout(called.key)}>
          <div className="row nowrap">
            <input
              className="input mono"
              aria-label={words.tryBody}
              placeholder={words.tryBody}
              value={body}
              onChange={(event) => setBody(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && void call()}
            />
            <button type="button" className="button small primary" onClick={() => void call()}>
              {words.call}
            </button>
          </div>
          {problem !== undefined && <p className="alert">{problem}</p>}
          {tried && <Result tried={tried} />}
        </div>
      )}
    </>
  );
}

function Result({ tried }: { readonly tried: Tried }) {
  if (tried.kind === 'never') return <p className="muted">{words.tryNever}</p>;
  const { status, outcome } = tried;
  const value: Json = outcome.ok ? outcome.value : { Code: outcome.error.code, Detail: outcome.error.detail };
  return (
    <>
      <p className="muted">
        {status === undefined ? '' : `HTTP ${status} · `}
        {tried.latency}
      </p>
      <JsonTree label={words.tryResult} value={value} {...(outcome.ok && { root: '$Output' })} />
    </>
  );
}
