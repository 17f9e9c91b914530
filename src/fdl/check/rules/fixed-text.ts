import type { Fix } from '../../diagnostic.ts';
import type { Written } from '../../written.ts';
import type { FixedText, Texts } from '../expressions-of.ts';
import { checkMessages as say } from '../messages.ts';
import { type Report, respell } from '../rule.ts';

const variable = /^\s*\$(?:Input|Output|Context|Global)(?![A-Za-z0-9_])/;
const call = /^\s*[A-Za-z_][A-Za-z0-9_]*\([\s\S]*\)\s*$/;

/** Whether a text looks as if somebody wanted it to be computed. */
export const looksComputed = (text: string): boolean => variable.test(text) || call.test(text);

/** A message about a fixed value, with the way to compute it where that was probably meant. */
export function orComputed(message: string, key: string, value: Written): string {
  const text = value.kind === 'scalar' ? value.value : undefined;
  return typeof text === 'string' && looksComputed(text) ? say.computeIt(message, key) : message;
}

/** C17: a literal that looks like an expression (reference section 5.2: without `.$` it stays text). */
export function checkFixedText(texts: Texts, report: Report): void {
  for (const { scalar, entry } of texts.fixed) {
    if (typeof scalar.value !== 'string' || !looksComputed(scalar.value)) continue;
    report('C17', scalar.span, entry ? say.literalExpression(entry.key) : say.literalItem, { fixes: fixesFor(entry) });
  }
}

function fixesFor(entry: FixedText['entry']): readonly Fix[] {
  return entry ? respell(entry, `${entry.key}.$`).map((fix) => ({ ...fix, title: say.fixComputed(entry.key) })) : [];
}
