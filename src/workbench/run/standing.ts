import type { DocumentState } from '../../document/index.ts';
import type { Flow } from '../../fdl/index.ts';
import { compileProgram, type Program, type Session, stillHolds } from '../../simulator/index.ts';
import type { RunStanding } from './model.ts';

/** The text each flow that runs was read from. */
const texts = new WeakMap<Flow, string>();

/** The text as a program to run, remembered with its text. */
export function programOf({ source, text }: Pick<DocumentState, 'source' | 'text'>): Program {
  texts.set(source.flow, text);
  return compileProgram(source.flow);
}

/** Whether a run so far comes out the same under the text as it is now. */
export function standingOf(session: Session, document: DocumentState): RunStanding {
  const { source, diagnostics } = document;
  const { flow } = session.program;
  if (source.flow === flow || texts.get(flow) === document.text) return { kind: 'same' };
  if (source.health === 'broken' || diagnostics.some(({ severity }) => severity === 'error')) {
    return { kind: 'unreadable' };
  }
  const standing = stillHolds(session, compileProgram(source.flow));
  return standing.holds ? { kind: 'holds' } : { kind: 'differs', ...standing };
}
