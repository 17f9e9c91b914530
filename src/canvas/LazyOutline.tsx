import { lazy, Suspense, useCallback, useState } from 'react';
import { type Ask, useAsk } from '../workbench/index.ts';

const Loaded = lazy(async () => ({ default: (await import('./outline/Outline.tsx')).Outline }));

/** The outline comes right after the picture: the first drawing does not wait for its script, nor does who calls for it. */
export function Outline() {
  const [calls, setCalls] = useState(0);
  useAsk(useCallback((request: Ask) => request.type === 'focus-outline' && setCalls((n) => n + 1), []));
  return (
    <Suspense fallback={null}>
      <Loaded calls={calls} />
    </Suspense>
  );
}
