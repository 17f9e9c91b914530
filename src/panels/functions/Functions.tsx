import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Answer, FunctionCard } from '../../scenario/index.ts';
import { useWorkbench, useWorkbenchState, type Workbench } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../run-messages.ts';
import { Answers } from './Answers.tsx';
import { AsyncRetries } from './AsyncRetries.tsx';
import { type Called, calledBy, cardFor } from './called.ts';
import { callsByCard, nextAnswer } from './next-answer.ts';
import { Presets } from './Presets.tsx';
import { TryAlone } from './TryAlone.tsx';
import '../common/panels.css';

const words = messages.functions;

/** One card per function or service the flow calls: what it answers, in which order. */
export function Functions() {
  const flow = useWorkbenchState((state) => state.document.lastReadable.flow);
  const cards = useWorkbenchState((state) => state.settings.cards);
  const called = useMemo(() => calledBy(flow), [flow]);
  const used = useCalls(cards);
  const taken = new Set(called.map((each) => cardFor(each, cards)));
  const others = cards.map((card, index) => ({ card, index })).filter(({ index }) => !taken.has(index));
  if (called.length === 0 && others.length === 0) return <Empty title={words.none} about={words.noneAbout} />;
  return (
    <div className="panel">
      <ul className="cards" aria-label={words.list}>
        {called.map((each) => (
          <CalledCard
            key={each.key}
            called={each}
            index={cardFor(each, cards)}
            card={cards[cardFor(each, cards)]}
            used={used(cardFor(each, cards))}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="panel-title">{words.other}</h3>
          <ul className="cards">
            {others.map(({ card, index }) => (
              <OtherCard key={index} card={card} index={index} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** How many calls each card has answered, while there is a run to go on with. */
function useCalls(cards: readonly FunctionCard[]): (card: number) => number | undefined {
  const events = useWorkbenchState((state) => state.run.events);
  const shown = useWorkbenchState((state) => state.run.shown);
  const pausing = useWorkbenchState((state) => state.run.word === 'Paused' || state.run.word === 'Waiting');
  const counts = useMemo(
    () => (pausing ? callsByCard(events.slice(0, shown), cards) : undefined),
    [events, shown, cards, pausing],
  );
  return (card) => counts?.[card];
}

interface CalledProps {
  readonly called: Called;
  readonly index: number;
  readonly card: FunctionCard | undefined;
  /** Calls it has answered up to the moment shown; `undefined` while nothing runs. */
  readonly used: number | undefined;
}
function CalledCard({ called, index, card, used }: CalledProps) {
  const workbench = useWorkbench();
  const calls = useWorkbenchState((state) => state.run.calls[called.key] ?? 0);
  const next = card && used !== undefined ? nextAnswer(card.answers, used) : undefined;
  const change = (answers: readonly Answer[]): void => {
    const { cards } = workbench.getState().settings;
    if (card) replaceCard(workbench, index, answers.length === 0 ? undefined : { ...card, answers });
    else workbench.setSettings({ cards: [...cards, { match: called.match, answers }] });
  };
  return (
    <li className="card" aria-label={called.key}>
      <header className="row">
        <h3 className="panel-title cut">{called.key}</h3>
        <span className="muted cut">{words.usedBy(called.states.join(', '))}</span>
        {calls > 0 && <span className="tag">{words.calls(calls)}</span>}
      </header>
      <Answers answers={card?.answers ?? []} next={next} change={change} owner={called.key} />
      <div className="row card-foot">
        <Presets choose={change} />
        {card && (called.isAsync || card.asyncRetries !== undefined) && (
          <AsyncRetries card={card} change={(next) => replaceCard(workbench, index, next)} />
        )}
        <TryAlone called={called} card={card} />
      </div>
    </li>
  );
}

function OtherCard({ card, index }: { readonly card: FunctionCard; readonly index: number }) {
  const workbench = useWorkbench();
  const name = Object.values(card.match).join(' · ');
  return (
    <li className="card" aria-label={name}>
      <header className="row">
        <h3 className="panel-title cut">{name}</h3>
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.remove(name)}
          title={words.remove(name)}
          onClick={() => replaceCard(workbench, index, undefined)}
        >
          <Trash2 size={13} aria-hidden />
        </button>
      </header>
      <Answers
        answers={card.answers}
        owner={`${name} ${index}`}
        change={(answers) => replaceCard(workbench, index, { ...card, answers })}
      />
    </li>
  );
}

function replaceCard(workbench: Workbench, index: number, card: FunctionCard | undefined): void {
  const { cards } = workbench.getState().settings;
  const next = card ? cards.map((each, i) => (i === index ? card : each)) : cards.filter((_, i) => i !== index);
  workbench.setSettings({ cards: next });
}
