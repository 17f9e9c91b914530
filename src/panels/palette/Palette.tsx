import { useEffect, useState } from 'react';
import { language, type StateType, stateTypes } from '../../fdl/index.ts';
import { useWorkbench } from '../../workbench/index.ts';
import { typeColor, typeIcons } from '../common/type-icons.ts';
import { messages } from '../messages.ts';
import { addState, insertPattern } from './append.ts';
import { type Example, listExamples, openExample } from './examples.ts';
import { patterns } from './patterns.ts';
import './palette.css';

const words = messages.palette;
/** What the canvas looks for in a drop. */
const dragType = 'application/x-fdl-state';

/** State types, ready patterns and examples: press to append after the selection, or drag onto the canvas. */
export function Palette() {
  return (
    <div className="palette">
      <section aria-labelledby="palette-states">
        <h2 id="palette-states" className="palette-title">
          {words.states}
        </h2>
        <ul>
          {stateTypes.map((type) => (
            <li key={type}>
              <TypeItem type={type} />
            </li>
          ))}
        </ul>
      </section>
      <Patterns />
      <Examples />
    </div>
  );
}

function TypeItem({ type }: { readonly type: StateType }) {
  const workbench = useWorkbench();
  const Icon = typeIcons[type];
  return (
    <button
      type="button"
      className="palette-item"
      aria-label={words.add(type)}
      title={language.states[type].about}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => addState(workbench, { type })}
    >
      <span className="type-chip" style={{ color: typeColor(type) }}>
        <Icon size={15} aria-hidden />
      </span>
      {type}
    </button>
  );
}

function Patterns() {
  const workbench = useWorkbench();
  return (
    <section aria-labelledby="palette-patterns">
      <h2 id="palette-patterns" className="palette-title">
        {words.patterns}
      </h2>
      <ul>
        {patterns.map((pattern) => (
          <li key={pattern.id}>
            <button
              type="button"
              className="palette-item slim"
              aria-label={words.insert(pattern.title)}
              title={pattern.about}
              onClick={() => insertPattern(workbench, pattern.yaml)}
            >
              {pattern.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples() {
  const workbench = useWorkbench();
  const [examples, setExamples] = useState<readonly Example[]>([]);
  useEffect(() => {
    let here = true;
    void listExamples().then((found) => here && setExamples(found));
    return () => {
      here = false;
    };
  }, []);
  if (examples.length === 0) return null;
  return (
    <section aria-labelledby="palette-examples">
      <h2 id="palette-examples" className="palette-title">
        {words.examples}
      </h2>
      <ul>
        {examples.map((example) => (
          <li key={example.file}>
            <button
              type="button"
              className="palette-item slim"
              aria-label={words.openExample(example.title)}
              title={example.description}
              onClick={() => void openExample(workbench, example)}
            >
              <span className="cut">{example.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
