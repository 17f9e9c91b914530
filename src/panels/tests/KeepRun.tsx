import { useState } from 'react';
import { type ExpectableFact, expectableFacts } from '../../scenario/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { keepScenarios } from './keep.ts';
import { recordRun } from './record.ts';

const words = messages.tests;
const usual: readonly ExpectableFact[] = ['status', 'error', 'output', 'path'];

/** The present run as a scenario: its name, and which of its facts are expected from now on. */
export function KeepRun({ close }: { readonly close: () => void }) {
  const workbench = useWorkbench();
  const word = useWorkbenchState((state) => state.run.word);
  const [name, setName] = useState(`${words.recorded}: ${word}`);
  const [facts, setFacts] = useState<ReadonlySet<ExpectableFact>>(new Set(usual));
  const toggle = (fact: ExpectableFact): void => {
    const next = new Set(facts);
    if (!next.delete(fact)) next.add(fact);
    setFacts(next);
  };
  const keep = (): void => {
    keepScenarios(workbench, [recordRun(workbench.getState(), name, [...facts])]);
    close();
  };
  return (
    <div className="keep-run" role="group" aria-label={words.record}>
      <input
        className="input"
        aria-label={words.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <fieldset className="row">
        <legend className="muted">{words.keep}</legend>
        {expectableFacts.map((fact) => (
          <label key={fact} className="row nowrap">
            <input type="checkbox" checked={facts.has(fact)} onChange={() => toggle(fact)} />
            {words.facts[fact]}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button small primary" onClick={keep}>
        {words.keepNow}
      </button>
    </div>
  );
}
