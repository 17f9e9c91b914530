/** One line of what `fdl test` reports: a scenario and what did not hold. */
export interface ScenarioResult {
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly failures: readonly string[];
  readonly notes?: readonly string[];
}
