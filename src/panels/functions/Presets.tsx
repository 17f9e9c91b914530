import { functionErrors } from '../../functions/index.ts';
import type { Answer } from '../../scenario/index.ts';
import { messages } from '../run-messages.ts';
import { errorCodes, freshAnswer } from './answer-kinds.ts';

const words = messages.functions;
const codes = errorCodes(functionErrors);

/** Ready-made answers: each error of the service's table and the usual trouble. Takes the place of the card's answers. */
export function Presets({ choose }: { readonly choose: (answers: readonly Answer[]) => void }) {
  const take = (name: string): void => {
    const preset = others[name];
    if (preset) choose(preset());
    else if (codes.includes(name)) choose([refusal(name)]);
  };
  return (
    <select
      className="select small preset"
      aria-label={words.preset}
      value=""
      onChange={(event) => take(event.target.value)}
    >
      <option value="">{words.presets}</option>
      <optgroup label={words.presetGroups.others}>
        {Object.keys(others).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </optgroup>
      <optgroup label={words.presetGroups.errors}>
        {codes.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </optgroup>
    </select>
  );
}

const refusal = (code: string, times = 1): Answer => ({ kind: 'error', code, detail: undefined, latencyMs: 0, times });

const others: Readonly<Record<string, () => readonly Answer[]>> = {
  [words.throttledTwice]: () => [refusal('FC.ResourceThrottled', 2), freshAnswer('return')],
  [words.slow]: () => [{ ...freshAnswer('return'), latencyMs: 5_000 }],
  [words.thrown]: () => [freshAnswer('throw')],
  [words.never]: () => [freshAnswer('timeout')],
};
