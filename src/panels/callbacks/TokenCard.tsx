import { useState } from 'react';
import { failure, type JsonObject, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import { formatDuration } from '../../scenario/index.ts';
import type { TaskToken, Waiting } from '../../simulator/index.ts';
import { type RunEntry, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { useBoxLimit } from '../common/box-limit.ts';
import { messages } from '../run-messages.ts';
import { readOutput } from './read-output.ts';
import { outputTemplates } from './templates.ts';
import { nameOf } from './token-name.ts';
import { Snippets } from './Snippets.tsx';

const words = messages.callbacks;

interface Props {
  readonly waiting: Waiting;
  /** The run that waits, where it is not the one shown. */
  readonly run?: RunEntry;
}

/** One waiting token: what to answer, and the answer of the service when it refuses. */
export function TokenCard({ waiting, run }: Props) {
  const workbench = useWorkbench();
  const [output, setOutput] = useState('{}');
  const [error, setError] = useState('TaskFailed');
  const [cause, setCause] = useState('');
  const [refused, setRefusal] = useState<string>();
  const limit = useBoxLimit();
  const refusal = limit.refusal ?? refused;
  const { token, stateName } = waiting;
  if (token === undefined) return null;
  const send = async (outcome: Result<JsonObject, FlowError>, written?: string): Promise<void> => {
    setRefusal(undefined);
    const answer = await workbench.run.report(token, outcome, written, run?.id ?? workbench.getState().run.current);
    if (!answer.ok) setRefusal(words.refused(answer.error.code, answer.error.detail));
  };
  const succeed = (): void => {
    const read = readOutput(output);
    if (read.ok) void send(read, output);
    else setRefusal(read.error);
  };
  const failed = failure({ code: error, detail: cause });
  return (
    <li className="token" aria-label={run ? words.ofRun(nameOf(waiting), run.id) : nameOf(waiting)}>
      <TokenHead waiting={waiting} run={run} />
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
            onPaste={limit.onPaste}
            onChange={(event) => limit.takes(event.target.value) && setOutput(event.target.value)}
          />
          <span className="row token-do">
            <button type="button" className="button primary" onClick={succeed}>
              {words.succeed}
            </button>
            <Templates state={waiting.state} choose={setOutput} />
          </span>
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
        deadline={run ? undefined : waiting.deadline}
        name={stateName}
      />
    </li>
  );
}

interface TemplatesProps {
  readonly state: Waiting['state'];
  readonly choose: (text: string) => void;
}
function Templates({ state, choose }: TemplatesProps) {
  const flow = useWorkbenchState((s) => s.document.lastReadable.flow);
  return (
    <select
      className="select small"
      aria-label={words.template}
      value=""
      onChange={(event) => event.target.value !== '' && choose(event.target.value)}
    >
      <option value="">{words.templates}</option>
      {outputTemplates(flow, state).map((text) => (
        <option key={text}>{text}</option>
      ))}
    </select>
  );
}

function TokenHead({ waiting, run }: { readonly waiting: Waiting; readonly run: RunEntry | undefined }) {
  const workbench = useWorkbench();
  const shownNow = useWorkbenchState((state) => state.run.virtualNow);
  const now = run?.now ?? shownNow;
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

const outcomeToCopy = (text: string): Result<JsonObject, FlowError> => {
  const read = readOutput(text);
  return read.ok ? read : ok({});
};
