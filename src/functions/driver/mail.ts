import type { Delivery, EffectId } from '../../simulator/index.ts';

/** Something that will arrive at a virtual time: an answer, a finished asynchronous call, a scripted report. */
export interface Letter extends Delivery {
  readonly effect: EffectId;
  /** How many inputs the run had seen when it was posted, when it arrived and when its call was given up. */
  readonly posted: number;
  readonly arrived: number | undefined;
  readonly dropped: number | undefined;
}

/**
 * The letters of a run, kept after they arrived so that a fork knows which were still on their way at any moment. Which
 * one comes next is the scheduler's choice, by virtual time and place in the flow, never by when it was posted.
 */
export interface Mail {
  readonly onTheWay: () => readonly Letter[];
  readonly post: (letter: Pick<Letter, 'due' | 'effect' | 'input' | 'posted'>) => void;
  readonly arrive: (letter: Letter, position: number) => void;
  /** A call nobody waits for any more: nothing of it may move the clock. */
  readonly drop: (effect: EffectId, position: number) => void;
  /** Forgets what happened after `position` inputs; what was on its way then is so again. */
  readonly rewind: (position: number) => void;
  /** Everything that was ever posted: what a fork begins with. */
  readonly all: () => readonly Letter[];
}

export function createMail(letters: readonly Letter[] = []): Mail {
  let open: Letter[] = [...letters];
  let closed: Letter[] = [];
  const close = (letters: readonly Letter[], mark: Pick<Letter, 'arrived' | 'dropped'>): void => {
    closed.push(...letters.map((letter) => ({ ...letter, ...mark })));
    const gone = new Set(letters);
    open = open.filter((letter) => !gone.has(letter));
  };
  return {
    onTheWay: () => open,
    post: (letter) => void open.push({ ...letter, arrived: undefined, dropped: undefined }),
    arrive: (letter, position) => close([letter], { arrived: position, dropped: undefined }),
    drop: (effect, position) =>
      close(
        open.filter((letter) => letter.effect === effect),
        { arrived: undefined, dropped: position },
      ),
    rewind: (position) => {
      const all = [...open, ...closed].filter((letter) => letter.posted <= position);
      const isOpen = (l: Letter): boolean => (l.arrived ?? Infinity) > position && (l.dropped ?? Infinity) > position;
      open = all.filter(isOpen).map((letter) => ({ ...letter, arrived: undefined, dropped: undefined }));
      closed = all.filter((letter) => !isOpen(letter));
    },
    all: () => [...open, ...closed],
  };
}
