import { type Flow, readSource } from '../fdl/index.ts';
import { dedent } from './dedent.ts';

/**
 * A flow written where it is used. The three constant lines may be left out, and `StartAt` as well: then the first
 * state is the start.
 */
export function flow(strings: TemplateStringsArray, ...values: readonly unknown[]): Flow {
  return flowFrom(dedent(strings, ...values));
}

export function flowFrom(text: string): Flow {
  const source = readSource(withHeader(text));
  if (source.problems.length > 0) throw new Error(source.problems.map((problem) => problem.message).join('\n'));
  return source.flow;
}

export function withHeader(text: string): string {
  const states = /^States:/m.test(text) ? text : `States:\n${text}`;
  const first = /^\s*(?:- )?\{?.*?\bName: *("[^"]*"|[^,}\n]*)/m.exec(states.slice(states.indexOf('States:')))?.[1];
  const start = /^StartAt:/m.test(states) ? '' : `StartAt: ${first ?? 'nowhere'}\n`;
  const header = /^Type: StateMachine/m.test(states) ? '' : 'Type: StateMachine\nName: example\nSpecVersion: v1\n';
  return header + start + states;
}
