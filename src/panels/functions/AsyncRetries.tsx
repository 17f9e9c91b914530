import { type FunctionCard, mostAsyncRetries } from '../../scenario/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.functions;
const choices = Array.from({ length: mostAsyncRetries + 1 }, (_, count) => count);

/** How often Function Compute itself runs an asynchronous call again that threw. */
export function AsyncRetries({ card, change }: { readonly card: FunctionCard; change: (card: FunctionCard) => void }) {
  return (
    <label className="row" title={words.asyncRetriesAbout}>
      <span className="muted">{words.asyncRetries}</span>
      <select
        className="input"
        value={card.asyncRetries ?? 0}
        onChange={({ target }) => change({ ...card, asyncRetries: Number(target.value) || undefined })}
      >
        {choices.map((count) => (
          <option key={count}>{count}</option>
        ))}
      </select>
    </label>
  );
}
