import { useState } from 'react';
import { failure, isObject, type JsonObject, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import { formatDuration } from '../../scenario/index.ts';
import type { TaskToken, Waiting } from '../../simulator/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { nameOf } from './token-name.ts';
import { Snippets } from './Snippets.tsx';

const words = messages.callbacks;

/** One waiting token: what to answer, and the answer of the service when it refuses. */
export function TokenCard({ waiting }: { readonly waiting: Waiting }) {
  const workbench = useWorkbench();
  const [output, setOutput] = useState('{}');
  const [error, setError] = useState('TaskFailed');
  const [cause, setCause] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const { token, stateName } = waiting;
  if (token === undefined) return null;
  const send = async (outcome: Result<JsonObject, FlowError>, written?: string): Promise<void> => {
    setRefusal(undefined);
    const answer = await workbench.run.report(token, outcome, written);
    if (!answer.ok) setRefusal(words.refused(answer.error.code, answer.error.detail));
  };
  const succeed = (): void => {
    const read = readOutput(output);
    if (read.ok) void send(read, output);
    else setRefusal(read.error);
  };
  const failed = failure({ code: error, detail: cause });
  return (
    <li className="token" aria-label={nameOf(waiting)}>
      <TokenHead waiting={waiting} />
      <div className="token-forms">
        <div className="token-form">
          <span className="token-label" aria-hidden>
            {words.output}
          </span>
          <textarea
            className="textarea"
            aria-label={words.output}
            title={words.output}
            rows={2}
            spellCheck={false}
            value={output}
            onChange={(event) => setOutput(event.target.value)}
          />
          <button type="button" className="button primary" onClick={succeed}>
            {words.succeed}
          </button>
        </div>
        <div className="token-form">
          <span className="token-label" aria-hidden>
            {words.errorAndCause}
          </span>
          <input
            className="input"
            aria-label={words.error}
            placeholder={words.error}
            value={error}
            onChange={(event) => setError(event.target.value)}
          />
          <input
            className="input"
            aria-label={words.cause}
            placeholder={words.cause}
            value={cause}
            onChange={(event) => setCause(event.target.value)}
          />
          <button type="button" className="button danger" onClick={() => void send(failed)}>
            {words.fail}
          </button>
        </div>
      </div>
      {refusal !== undefined && (
        <p className="alert" role="alert">
          {refusal}
        </p>
      )}
      <TokenFoot
        token={token}
        outcome={outcomeToCopy(output)}
        failed={failed}
        deadline={waiting.deadline}
        name={stateName}
      />
    </li>
  );
}

function TokenHead({ waiting }: { readonly waiting: Waiting }) {
  const workbench = useWorkbench();
  const now = useWorkbenchState((state) => state.run.virtualNow);
  const left =
    waiting.deadline === undefined ? words.noDeadline : words.remaining(formatDuration(waiting.deadline - now));
  return (
    <div className="row">
      <button type="button" className="button plain small" onClick={() => workbench.select([waiting.state], 'panel')}>
        <b>{nameOf(waiting)}</b>
      </button>
      <span className="tag">{waiting.kind === 'system-callback' ? words.system : words.custom}</span>
      <span className="muted">
        {words.waitsFor(formatDuration(now - waiting.since))} · {left}
      </span>
    </div>
  );
}

interface FootProps {
  readonly token: TaskToken;
  readonly outcome: Result<JsonObject, FlowError>;
  readonly failed: Result<JsonObject, FlowError>;
  readonly deadline: number | undefined;
  readonly name: string;
}
function TokenFoot({ token, outcome, failed, deadline, name }: FootProps) {
  const workbench = useWorkbench();
  return (
    <div className="row token-foot">
      <code className="cut token-text" title={token}>
        {token}
      </code>
      <Snippets token={token} outcome={outcome} failed={failed} />
      {deadline !== undefined && (
        <button
          type="button"
          className="button small"
          aria-label={`${words.letTimeOut}: ${name}`}
          onClick={() => workbench.run.letTimeOut(token)}
        >
          {words.letTimeOut}
        </button>
      )}
    </div>
  );
}

/** The service takes objects only; what is none is not sent at all. */
export function readOutput(text: string): Result<JsonObject, string> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? ok(value) : failure(words.notObject);
  } catch (error) {
    return failure(words.notJson(error instanceof Error ? error.message : String(error)));
  }
}
const outcomeToCopy = (text: string): Result<JsonObject, FlowError> => {
  const read = readOutput(text);
  return read.ok ? read : ok({});
};
