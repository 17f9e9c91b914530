import type { FlowError, RetryRule } from '../fdl/index.ts';

/** The first rule that names the error, or `FnF.ALL`; -1 when none does (reference 8.3, U40: whole names only). */
export function ruleFor(rules: readonly { readonly errors: readonly string[] }[], error: FlowError): number {
  return rules.findIndex((rule) => rule.errors.some((name) => matches(name, error)));
}

/** An empty code is matched by `FnF.ALL` only (decision U11). */
function matches(name: string, error: FlowError): boolean {
  return name === 'FnF.ALL' || (name === error.code && name !== '');
}

/** Milliseconds before the n-th retry under a rule, n from 1 (reference 8.1). */
export function retryDelay(rule: RetryRule, attempt: number): number {
  const seconds = rule.intervalSeconds * rule.backoffRate ** (attempt - 1);
  const capped = Math.min(seconds, rule.maxBackoffSeconds ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(capped) || capped < 0 ? 0 : Math.round(capped * 1000);
}
