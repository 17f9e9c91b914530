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

/** Does what is asked for soon, but not again before `rest` milliseconds have passed. */
export function atAPace(rest: number, { nextFrame, later }: Pacing): Paced {
  let wanted: (() => void) | undefined;
  let busy = false;
  const go = (): void => {
    busy = true;
    nextFrame(() => {
      const work = wanted;
      wanted = undefined;
      work?.();
      later(rest, rested);
    });
  };
  const rested = (): void => {
    busy = false;
    if (wanted) go();
  };
  return {
    ask: (work) => {
      wanted = work;
      if (!busy) go();
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
