import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Box } from '../base/index.ts';
import { useWorkbench } from '../workbench/index.ts';
import type { Picture } from './use-picture.ts';
import type { Looking } from './use-viewport.ts';

/**
 * The box of a large flow that is drawn first, while it is new: what is out of view follows when that is on the screen.
 * `undefined` from then on, and for what is small.
 */
export function useFirstBox(picture: Picture, looking: Looking, large: boolean): Box | undefined {
  const workbench = useWorkbench();
  const [seen, setSeen] = useState<string>();
  const { flow } = picture;
  useEffect(() => {
    let current = true;
    void workbench.drawn().then(() => current && startTransition(() => setSeen(flow)));
    return () => {
      current = false;
    };
  }, [flow, workbench]);
  const isFirst = large && flow !== seen;
  return useMemo(() => (isFirst ? looking.firstBox(picture) : undefined), [isFirst, looking, picture]);
}
