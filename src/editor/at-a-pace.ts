/** Frames and timers, as the page has them. */
export interface Pacing {
  readonly nextFrame: (work: () => void) => void;
  readonly later: (milliseconds: number, work: () => void) => void;
}
export interface Paced {
  /** Does the work in a frame to come; of several pieces only the newest is done. */
  readonly ask: (work: () => void) => void;
  /** What has not been done yet is not wanted any more. */
  readonly drop: () => void;
}

/** Milliseconds: `rest` between two pieces of work while they are asked for all the time, `quiet` when nobody asks more. */
export interface Pace {
  readonly rest: number;
  readonly quiet: number;
}

/** Does the first at once, what comes quickly after it seldom, and the newest as soon as it has become quiet. */
export function atAPace({ rest, quiet }: Pace, { nextFrame, later }: Pacing): Paced {
  let wanted: (() => void) | undefined;
  let busy = false;
  let asked = 0;
  let round = 0;
  const go = (): void => {
    busy = true;
    const own = (round += 1);
    nextFrame(() => {
      const work = wanted;
      wanted = undefined;
      work?.();
      later(rest, () => own === round && rested());
    });
  };
  const rested = (): void => {
    busy = false;
    if (wanted) go();
  };
  return {
    ask: (work) => {
      wanted = work;
      const own = (asked += 1);
      if (!busy) go();
      else later(quiet, () => own === asked && wanted && go());
    },
    drop: () => {
      wanted = undefined;
    },
  };
}

export const pagePacing: Pacing = {
  nextFrame: (work) => void requestAnimationFrame(work),
  later: (milliseconds, work) => void setTimeout(work, milliseconds),
};
