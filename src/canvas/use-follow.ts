import { useCallback, useEffect, useRef } from 'react';
import type { StateId } from '../fdl/index.ts';
import { type Ask, useAsk, useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import { arrange } from './arrange.ts';
import type { Focus } from './use-focus.ts';
import type { Picture } from './use-picture.ts';
import type { Looking } from './use-viewport.ts';

interface Parts {
  readonly picture: Picture;
  readonly looking: Looking;
  readonly focus: Focus;
  readonly openAround: (state: StateId) => void;
  readonly find: () => void;
}

/** Does what the rest of the page asks for: shows what others point at, fits, takes the keyboard, reports what is drawn. */
export function useFollow({ picture, looking, focus, openAround, find }: Parts): void {
  const workbench = useWorkbench();
  const latest = useRef(picture);
  const unseen = useRef(true);
  useEffect(() => {
    latest.current = picture;
    if (unseen.current && picture.placement.boxes.size > 0) {
      unseen.current = false;
      looking.open(picture);
    }
    // Said when the next frame begins, because only then this one is on the screen: what waits for the picture must
    // not keep it from being painted.
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => workbench.markDrawn(picture.revision));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [picture, looking, workbench]);

  useEffect(() => {
    return workbench.onTransaction((transaction) => {
      if (transaction.origin === 'open') unseen.current = true;
    });
  }, [workbench]);

  const asked = useCallback(
    (request: Ask) => {
      if (request.type === 'fit') requestAnimationFrame(() => requestAnimationFrame(() => looking.fit(latest.current)));
      if (request.type === 'find-state') find();
      if (request.type === 'arrange') arrange(workbench, latest.current, request.how);
      if (request.type !== 'focus-canvas') return;
      const state = request.state ?? workbench.getState().view.selection[0] ?? focus.tabStop.get();
      if (state !== undefined) focus.go(state);
    },
    [find, focus, looking, workbench],
  );
  useAsk(asked);
  useReveal(latest, looking, openAround, picture);
}

/** Shows a state others point at, or that has just come to be: opens what it lies in, moves the view when it is outside. */
function useReveal(
  latest: React.RefObject<Picture>,
  looking: Looking,
  openAround: (state: StateId) => void,
  picture: Picture,
): void {
  const reveal = useWorkbenchState((s) => s.view.reveal);
  const shown = useRef(reveal?.ticket);
  const before = useRef(picture);
  useEffect(() => {
    const { boxes } = before.current.placement;
    before.current = picture;
    if (!reveal?.state || reveal.ticket === shown.current) return;
    // What is selected here can be seen, unless it is new.
    if (reveal.askedBy === 'canvas' && boxes.has(reveal.state)) {
      shown.current = reveal.ticket;
      return;
    }
    openAround(reveal.state);
    const box = latest.current.placement.boxes.get(reveal.state);
    if (!box) return;
    shown.current = reveal.ticket;
    looking.show(box);
  }, [reveal, looking, openAround, latest, picture]);
}
