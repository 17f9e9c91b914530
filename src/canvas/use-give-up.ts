import { useEffect, useState } from 'react';

/** Dragging that can be given up with Escape, as everywhere else on a desktop. */
export interface GiveUp {
  /** A drag begins: from now on Escape ends it. */
  readonly begin: () => void;
  /** Whether Escape was pressed since. */
  readonly isGivenUp: () => boolean;
  /** The drag is over. Whether it was given up, so that nothing must come of it. */
  readonly end: () => boolean;
}

/**
 * The drawing library knows no end of a drag but letting the button go. Escape lets go for the person, and whoever would
 * act on that is told not to.
 */
export function useGiveUp(): GiveUp {
  const [drag] = useState(createDrag);
  useEffect(() => drag.leave, [drag]);
  return drag;
}

function createDrag(): GiveUp & { readonly leave: () => void } {
  let given = false;
  const heard = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    given = true;
    document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, view: window }));
  };
  // Before anybody else: no menu and no selection has to do with this Escape.
  const leave = (): void => window.removeEventListener('keydown', heard, true);
  return {
    begin: () => {
      given = false;
      window.addEventListener('keydown', heard, true);
    },
    isGivenUp: () => given,
    end: () => {
      leave();
      const was = given;
      given = false;
      return was;
    },
    leave,
  };
}
