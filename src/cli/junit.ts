import { escapeXml } from '../export/index.ts';
import type { ScenarioResult } from './scenario-result.ts';

/** A JUnit report (ruling R46): a testsuite per file, a testcase per scenario, failures with the differences. */
export function junitReport(results: readonly ScenarioResult[]): string {
  const failed = results.filter((result) => !result.ok).length;
  const suites = results.map(suiteOf).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fdl test" tests="${results.length}" failures="${failed}" errors="0">
${suites}</testsuites>
`;
}

function suiteOf(result: ScenarioResult): string {
  const file = escapeXml(result.file);
  const failures = result.ok ? 0 : 1;
  return `  <testsuite name="${file}" tests="1" failures="${failures}" errors="0" skipped="0" time="0">
    <testcase classname="${file}" name="${escapeXml(result.name)}" file="${file}" time="0"${bodyOf(result)}
  </testsuite>
`;
}

function bodyOf({ ok, failures, notes = [] }: ScenarioResult): string {
  const failure = ok
    ? ''
    : `\n      <failure message="${escapeXml(failures[0] ?? '')}" type="expectation">${escapeXml(failures.join('\n'))}</failure>`;
  const out = notes.length === 0 ? '' : `\n      <system-out>${escapeXml(notes.join('\n'))}</system-out>`;
  return failure + out === '' ? '/>' : `>${failure}${out}\n    </testcase>`;
}
