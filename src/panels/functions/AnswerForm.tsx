import { X } from 'lucide-react';
import { assertNever, parseJson } from '../../base/index.ts';
import { functionErrors } from '../../functions/index.ts';
import { type Answer, formatDuration, parseDuration } from '../../scenario/index.ts';
import { DraftInput } from '../inspector/fields/DraftInput.tsx';
import { messages } from '../run-messages.ts';
import { answerKinds, errorCodes, freshAnswer } from './answer-kinds.ts';

const words = messages.functions;
interface Props {
  /** `undefined`: nothing was said, the service answers by itself. */
  readonly answer: Answer | undefined;
  readonly position: number;
  readonly alone: boolean;
  readonly owner: string;
  readonly change: (answer: Answer | undefined) => void;
}

/** One answer: its kind, what it holds, how long it takes and how often it is used. */
export function AnswerForm({ answer, position, alone, owner, change }: Props) {
  const choose = (kind: string): void => {
    const known = answerKinds.find((candidate) => candidate === kind);
    change(known && freshAnswer(known, answer));
  };
  return (
    <div className="answer" role="group" aria-label={words.answerNo(position)}>
      <div className="answer-line">
        <select
          className="select answer-kind"
          aria-label={words.answer}
          value={answer?.kind ?? 'default'}
          onChange={(event) => choose(event.target.value)}
        >
          {alone && <option value="default">{words.default}</option>}
          {answerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        {answer ? (
          <Timing answer={answer} owner={owner} change={change} last={alone} />
        ) : (
          <span className="muted">{words.unmocked}</span>
        )}
        {!alone && (
          <button
            type="button"
            className="button plain small icon"
            aria-label={words.removeAnswer(position)}
            title={words.removeAnswer(position)}
            onClick={() => change(undefined)}
          >
            <X size={13} aria-hidden />
          </button>
        )}
      </div>
      {answer && <Content answer={answer} owner={`${owner} ${answer.kind}`} change={change} />}
    </div>
  );
}

interface PartProps {
  readonly answer: Answer;
  readonly owner: string;
  readonly change: (answer: Answer) => void;
}
function Timing({ answer, owner, change }: PartProps & { readonly last: boolean }) {
  const setLatency = (text: string): string | undefined => {
    const latencyMs = parseDuration(text.trim() === '' ? '0' : text.trim());
    if (latencyMs === undefined) return words.notDuration;
    change({ ...answer, latencyMs });
    return undefined;
  };
  const setTimes = (text: string): string | undefined => {
    const times = Number(text);
    if (!Number.isInteger(times) || times < 1) return words.notTimes;
    change({ ...answer, times });
    return undefined;
  };
  return (
    <>
      <label className="answer-part">
        <span className="muted">{words.latency}</span>
        <DraftInput
          label={words.latency}
          value={answer.latencyMs === 0 ? '' : formatDuration(answer.latencyMs)}
          owner={owner}
          commit={setLatency}
          placeholder={words.latencyHint}
        />
      </label>
      <label className="answer-part short">
        <span className="muted">{words.times}</span>
        <DraftInput label={words.times} value={String(answer.times)} owner={owner} commit={setTimes} />
      </label>
    </>
  );
}

function Content({ answer, owner, change }: PartProps) {
  const plain = (set: (text: string) => Answer) => (text: string) => {
    change(set(text));
    return undefined;
  };
  switch (answer.kind) {
    case 'return':
      return <ValueContent answer={answer} owner={owner} change={change} />;
    case 'return-expr':
      return (
        <DraftInput
          label={words.expression}
          value={answer.expression}
          owner={owner}
          mono
          commit={plain((expression) => ({ ...answer, expression }))}
        />
      );
    case 'text':
      return (
        <DraftInput
          label={words.text}
          value={answer.text}
          owner={owner}
          lines={2}
          commit={plain((text) => ({ ...answer, text }))}
        />
      );
    case 'throw':
      return (
        <div className="answer-line">
          <DraftInput
            label={words.errorType}
            placeholder={words.errorType}
            value={answer.errorType ?? ''}
            owner={owner}
            commit={plain((text) => ({ ...answer, errorType: text === '' ? undefined : text }))}
          />
          <DraftInput
            label={words.errorMessage}
            placeholder={words.errorMessage}
            value={answer.errorMessage ?? ''}
            owner={owner}
            commit={plain((text) => ({ ...answer, errorMessage: text === '' ? undefined : text }))}
          />
        </div>
      );
    case 'error':
      return <ErrorContent answer={answer} owner={owner} change={change} />;
    case 'timeout':
      return null;
    default:
      return assertNever(answer);
  }
}

interface ContentProps<K extends Answer['kind']> {
  readonly answer: Extract<Answer, { kind: K }>;
  readonly owner: string;
  readonly change: (answer: Answer) => void;
}
function ValueContent({ answer, owner, change }: ContentProps<'return'>) {
  const setValue = (text: string): string | undefined => {
    const value = parseJson(text);
    if (value === undefined) return words.valueNotJson(text.slice(0, 40));
    change({ ...answer, value });
    return undefined;
  };
  return (
    <DraftInput label={words.value} value={JSON.stringify(answer.value)} owner={owner} lines={2} commit={setValue} />
  );
}

const codes = errorCodes(functionErrors);
function ErrorContent({ answer, owner, change }: ContentProps<'error'>) {
  const code = answer.code.includes('.') ? answer.code : `FC.${answer.code}`;
  const listed = codes.includes(code);
  return (
    <div className="answer-line">
      <select
        className="select"
        aria-label={words.code}
        value={listed ? code : 'other'}
        onChange={(event) =>
          change({ ...answer, code: event.target.value === 'other' ? 'My.Error' : event.target.value })
        }
      >
        {codes.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
        <option value="other">{words.otherCode}</option>
      </select>
      {!listed && (
        <DraftInput
          label={words.otherCode}
          value={answer.code}
          owner={owner}
          commit={(text) => {
            change({ ...answer, code: text });
            return undefined;
          }}
        />
      )}
      <DraftInput
        label={words.detail}
        placeholder={words.detail}
        value={answer.detail ?? ''}
        owner={owner}
        commit={(text) => {
          change({ ...answer, detail: text === '' ? undefined : text });
          return undefined;
        }}
      />
    </div>
  );
}
