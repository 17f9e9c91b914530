import type { Json, Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import { reportRequest } from './callbacks.ts';
import { defaultSettings } from './settings.ts';

/** The same report in three spellings, to be pasted where a real worker runs. */
export interface CallbackSnippets {
  readonly aliyun: string;
  readonly curl: string;
  readonly node: string;
}

/** `outcome` says which report it is: success with an output, or failure with Error and Cause. */
export function callbackSnippets(
  token: string,
  outcome: Result<Json, FlowError>,
  region = defaultSettings.region,
): CallbackSnippets {
  return {
    aliyun: aliyunCommand(token, outcome),
    curl: curlCommand(token, outcome, region),
    node: nodeCall(token, outcome, region),
  };
}

function aliyunCommand(token: string, outcome: Result<Json, FlowError>): string {
  const report = outcome.ok
    ? ['ReportTaskSucceeded', '--TaskToken', quoted(token), '--Output', quoted(JSON.stringify(outcome.value))]
    : [
        'ReportTaskFailed',
        '--TaskToken',
        quoted(token),
        '--Error',
        quoted(outcome.error.code),
        ...causeFlag(outcome.error),
      ];
  return ['aliyun', 'fnf', ...report].join(' ');
}
const causeFlag = (error: FlowError): string[] => (error.detail === '' ? [] : ['--Cause', quoted(error.detail)]);

/** Unsigned, as the mock takes it; a real account signs the same request. */
function curlCommand(token: string, outcome: Result<Json, FlowError>, region: string): string {
  const { url } = reportRequest(token, outcome, region);
  const fields = outcome.ok
    ? [`Output=${JSON.stringify(outcome.value)}`]
    : [`Error=${outcome.error.code}`, ...(outcome.error.detail === '' ? [] : [`Cause=${outcome.error.detail}`])];
  return ['curl', '-X', 'POST', quoted(url), ...fields.flatMap((field) => ['--data-urlencode', quoted(field)])].join(
    ' ',
  );
}

function nodeCall(token: string, outcome: Result<Json, FlowError>, region: string): string {
  const name = outcome.ok ? 'ReportTaskSucceeded' : 'ReportTaskFailed';
  const fields: Record<string, string> = outcome.ok
    ? { taskToken: token, output: JSON.stringify(outcome.value) }
    : {
        taskToken: token,
        error: outcome.error.code,
        ...(outcome.error.detail === '' ? {} : { cause: outcome.error.detail }),
      };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  return [
    `import Client, { ${name}Request } from '@alicloud/fnf20190315';`,
    '',
    `const client = new Client({ regionId: ${JSON.stringify(region)}, endpoint: ${JSON.stringify(`${region}.fnf.aliyuncs.com`)} });`,
    `await client.${name.charAt(0).toLowerCase()}${name.slice(1)}(new ${name}Request({`,
    ...lines,
    '}));',
  ].join('\n');
}

/** Single quotes for a POSIX shell; nothing inside is looked at. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
