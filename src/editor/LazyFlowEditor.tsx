import { lazy, Suspense, useEffect, useState } from 'react';
import { yamlReady } from '../fdl/index.ts';
import { useWorkbench } from '../workbench/index.ts';
import { PlainText } from './PlainText.tsx';
import './plain-text.css';

/** At the latest so long after the pane has appeared, whether a picture is being drawn or not. */
const patienceMs = 2_000;

const FlowEditor = lazy(async () => {
  // Named beside the pane itself, Monaco becomes a chunk of its own. What is typed must be readable.
  const [{ FlowEditor: component }] = await Promise.all([
    import('./FlowEditor.tsx'),
    import('./monaco.ts'),
    yamlReady(),
  ]);
  return { default: component };
});

/** The text pane: plain text at once, the editor when the picture is drawn and Monaco has arrived. */
export function LazyFlowEditor() {
  const workbench = useWorkbench();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), patienceMs);
    let current = true;
    void workbench.drawn().then(() => current && setWanted(true));
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workbench]);
  return wanted ? (
    <Suspense fallback={<PlainText />}>
      <FlowEditor />
    </Suspense>
  ) : (
    <PlainText />
  );
}
