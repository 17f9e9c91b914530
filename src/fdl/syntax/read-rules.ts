import type { CatchRule, RetryRule } from '../model.ts';
import type { Written } from '../written.ts';
import { readTemplate } from './read-template.ts';
import { listOf, mapOf, numberOf, textOf, valueOf } from './written-values.ts';

/** The Retry rules of a state (reference section 8.1); values that are missing are the checks' business. */
export function readRetry(written: Written | undefined): readonly RetryRule[] {
  return listOf(written).map((item): RetryRule => {
    const rule = mapOf(item);
    return {
      errors: errorNames(valueOf(rule, 'Errors')),
      description: textOf(valueOf(rule, 'Description'))?.value,
      maxAttempts: numberOf(valueOf(rule, 'MaxAttempts')) ?? 0,
      intervalSeconds: numberOf(valueOf(rule, 'IntervalSeconds')) ?? 0,
      backoffRate: numberOf(valueOf(rule, 'BackoffRate')) ?? 1,
      maxBackoffSeconds: numberOf(valueOf(rule, 'MaxBackoffSeconds')),
      span: item.span,
    };
  });
}

/** The Catch rules of a state (reference section 8.2). */
export function readCatch(written: Written | undefined): readonly CatchRule[] {
  return listOf(written).map((item): CatchRule => {
    const rule = mapOf(item);
    const output = valueOf(rule, 'OutputConstructor');
    return {
      errors: errorNames(valueOf(rule, 'Errors')),
      description: textOf(valueOf(rule, 'Description'))?.value,
      next: textOf(valueOf(rule, 'Next')),
      outputConstructor: output && readTemplate(output),
      span: item.span,
    };
  });
}

function errorNames(written: Written | undefined): readonly string[] {
  return listOf(written).flatMap((item) => textOf(item)?.value ?? []);
}
