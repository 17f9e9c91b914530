import { lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./outline/Outline.tsx')).Outline }));

/** The outline comes right after the picture: the first drawing does not wait for its script. */
export function Outline() {
  return (
    <Suspense fallback={null}>
      <Loaded />
    </Suspense>
  );
}
