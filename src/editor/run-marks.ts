import { findState, spanInText, type StateId } from '../fdl/index.ts';
import type { Workbench, WorkbenchState } from '../workbench/index.ts';
import type { LineMap } from './line-map.ts';
import { messages } from './messages.ts';
import type { CodeEditor } from './monaco.ts';

/** A line beside which something is shown. */
interface Mark {
  readonly state: StateId;
  readonly kind: 'running' | 'waiting' | 'breakpoint';
}

/** Shows beside the text which states a run is in and where it will stop. */
export function showRun(
  editor: CodeEditor,
  workbench: Workbench,
  map: () => LineMap,
): { readonly dispose: () => void } {
  const marks = editor.createDecorationsCollection();
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    const state = workbench.getState();
    const { source } = state.document;
    marks.set(
      marksOf(state).flatMap(({ state: id, kind }) => {
        const found = findState(source.flow, id);
        if (!found) return [];
        const range = map().rangeOf(spanInText(source, id, found.name.span));
        const hover = { value: kind === 'breakpoint' ? messages.breakpoint : messages[kind](found.name.value) };
        const glyph = { glyphMarginClassName: `fdl-glyph fdl-glyph-${kind}`, glyphMarginHoverMessage: hover };
        const line = kind === 'breakpoint' ? {} : { isWholeLine: true, className: `fdl-line-${kind}` };
        return [{ range, options: { ...glyph, ...line } }];
      }),
    );
  };
  const stop = workbench.subscribe((next, previous) => {
    const same =
      next.run.nodes === previous.run.nodes &&
      next.settings.breakpoints === previous.settings.breakpoints &&
      next.document.source === previous.document.source;
    if (!same && frame === 0) frame = requestAnimationFrame(draw);
  });
  draw();
  return {
    dispose: () => {
      stop();
      cancelAnimationFrame(frame);
      marks.clear();
    },
  };
}

export function marksOf({ run, settings }: Pick<WorkbenchState, 'run' | 'settings'>): readonly Mark[] {
  const breakpoints = settings.breakpoints.map(({ state }): Mark => ({ state, kind: 'breakpoint' }));
  const active = [...run.nodes].flatMap(([state, { phase }]): readonly Mark[] =>
    phase === 'running' || phase === 'waiting' ? [{ state, kind: phase }] : [],
  );
  return [...breakpoints, ...active];
}
