import type { Answer, Call, CallMatch, FunctionCard } from './answer.ts';

/** Which answer each call gets. A small closure: a run owns one; `used` lets another run go on from the same point. */
export interface AnswerBook {
  /** The answer of the first entry that matches; it counts as used. `undefined` when no entry matches. */
  readonly next: (call: Call) => { readonly answer: Answer; readonly card: number } | undefined;
  /**
   * The same for an asynchronous call: a function that threw is run again as often as its card says, each run with the
   * card's next answer. The answer is that of the last run, its latency that of all of them.
   */
  readonly last: (call: Call) => LastAnswer | undefined;
  /** The answer of the next call without using it. */
  readonly peek: (call: Call) => { readonly answer: Answer; readonly card: number } | undefined;
  /** How many calls each entry has answered so far, in the order of the entries. */
  readonly used: () => readonly number[];
}

export interface LastAnswer {
  readonly answer: Answer;
  /** How often the function was run, the first time included. */
  readonly runs: number;
}

/** Answers are used in order over all calls an entry matches, each `times` times; the last one repeats. */
export function createAnswers(cards: readonly FunctionCard[], used: readonly number[] = []): AnswerBook {
  const counts = cards.map((_, index) => used[index] ?? 0);
  const find = (call: Call): { answer: Answer; card: number } | undefined => {
    for (let card = 0; card < cards.length; card += 1) {
      const entry = cards[card];
      if (!entry || !matches(entry.match, call)) continue;
      const answer = answerAt(entry.answers, counts[card] ?? 0);
      return answer && { answer, card };
    }
    return undefined;
  };
  const next: AnswerBook['next'] = (call) => {
    const found = find(call);
    if (found) counts[found.card] = (counts[found.card] ?? 0) + 1;
    return found;
  };
  return {
    peek: find,
    next,
    last: (call) => {
      const found = find(call);
      const card = found && cards[found.card];
      if (!card) return undefined;
      const taken = answersTaken(card, counts[found.card] ?? 0);
      counts[found.card] = (counts[found.card] ?? 0) + taken.runs;
      return taken;
    },
    used: () => [...counts],
  };
}

/** True when every key given in the match fits the call. `service` also fits the service part of an action. */
export function matches(match: CallMatch, call: Call): boolean {
  return (
    fits(match.state, call.state) &&
    fits(match.function, call.function) &&
    (fits(match.service, call.service) || (call.service === undefined && match.service === servicePart(call.action))) &&
    fits(match.resourceArn, call.resourceArn) &&
    fits(match.action, call.action)
  );
}

const fits = (wanted: string | undefined, given: string | undefined): boolean =>
  wanted === undefined || wanted === given;
const servicePart = (action: string): string => action.slice(0, Math.max(0, action.indexOf(':')));

/** What an asynchronous call gets from a card that has given `used` answers before. */
export function answersTaken({ answers, asyncRetries = 0 }: FunctionCard, used: number): LastAnswer {
  let latencyMs = 0;
  for (let runs = 1; ; runs += 1) {
    const answer = answerAt(answers, used + runs - 1) ?? emptySuccess;
    latencyMs += answer.latencyMs;
    if (answer.kind !== 'throw' || runs > asyncRetries) return { answer: { ...answer, latencyMs }, runs };
  }
}
const emptySuccess: Answer = { kind: 'return', value: {}, latencyMs: 0, times: 1 };

function answerAt(answers: readonly Answer[], callNumber: number): Answer | undefined {
  let passed = 0;
  for (const answer of answers) {
    passed += answer.times;
    if (callNumber < passed) return answer;
  }
  return answers.at(-1);
}
