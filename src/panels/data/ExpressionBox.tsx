import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { parseExpression, patternsReady } from '../../fdl/index.ts';
import { evaluateAt, type Session, type Visit } from '../../simulator/index.ts';
import { JsonTree } from '../common/JsonTree.tsx';
import { messages } from '../run-messages.ts';

const words = messages.data;
interface Props {
  readonly session: Session;
  readonly visit: Visit;
}

/** The value of any expression with the data of the moment shown. */
export function ExpressionBox({ session, visit }: Props) {
  const [typed, setTyped] = useState('');
  const [ready, setReady] = useState(0);
  const text = useDeferredValue(typed).trim();
  // What patterns need is fetched when the first one is read.
  useEffect(() => {
    if (text === '') return undefined;
    let wanted = true;
    parseExpression(text);
    void patternsReady().then(() => wanted && setReady((n) => n + 1));
    return () => {
      wanted = false;
    };
  }, [text]);
  const value = useMemo(
    () => (text === '' ? undefined : { ready, result: evaluateAt(session, session.cursor, visit, text) }),
    [session, visit, text, ready],
  )?.result;
  return (
    <div className="expression-box">
      <input
        className="input mono"
        aria-label={words.evaluate}
        placeholder={`${words.evaluate}: ${words.evaluateHint}`}
        spellCheck={false}
        value={typed}
        aria-invalid={value?.ok === false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {value?.ok === false && (
        <p className="alert" role="status">
          <b>{value.error.code}</b> {value.error.detail}
        </p>
      )}
      {value?.ok && <JsonTree label={words.result} value={value.value} />}
    </div>
  );
}
