import { Plus } from 'lucide-react';
import type { Answer } from '../../scenario/index.ts';
import { messages } from '../run-messages.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { freshAnswer } from './answer-kinds.ts';

const words = messages.functions;
interface Props {
  readonly answers: readonly Answer[];
  readonly change: (answers: readonly Answer[]) => void;
  readonly owner: string;
  /** Position of the answer the next call gets, while a run stands still. */
  readonly next?: number | undefined;
}

/** The ordered answers of one card. Without any the service answers with an empty success. */
export function Answers({ answers, change, owner, next: nextUp }: Props) {
  const rows: readonly (Answer | undefined)[] = answers.length === 0 ? [undefined] : answers;
  const replace = (index: number, answer: Answer | undefined): void => {
    const others = answers.filter((_, i) => i !== index);
    change(answer ? [...answers.slice(0, index), answer, ...answers.slice(index + 1)] : others);
  };
  return (
    <>
      <ol className="answers">
        {rows.map((answer, i) => (
          <li key={i} className="answer-item" data-next={i === nextUp || undefined}>
            {i === nextUp && <span className="tag info">{words.next}</span>}
            <AnswerForm
              answer={answer}
              position={i + 1}
              alone={rows.length === 1}
              owner={`${owner} ${i}`}
              change={(next) => replace(i, next)}
            />
          </li>
        ))}
      </ol>
      {answers.length > 0 && (
        <div className="row">
          <button type="button" className="button small" onClick={() => change([...answers, freshAnswer('return')])}>
            <Plus size={13} aria-hidden /> {words.addAnswer}
          </button>
          {answers.length > 1 && <span className="muted">{words.order}</span>}
        </div>
      )}
    </>
  );
}
