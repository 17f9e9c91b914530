import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { PointedRefusal } from './refusal.ts';

const shownMs = 4000;

/** Why something cannot be done, right where it was tried. */
export function RefusalTip({ refused, onGone }: { readonly refused: PointedRefusal; readonly onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    window.addEventListener('pointerdown', onGone, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', onGone);
    };
  }, [refused, onGone]);
  const left = Math.min(refused.x + 12, window.innerWidth - 300);
  return createPortal(
    <div className="refusal-tip" style={{ left, top: refused.y + 12 }}>
      {refused.refusal.message}
    </div>,
    document.body,
  );
}
