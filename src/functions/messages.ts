/** Everything this layer says to a person. Texts the services themselves send are in `fc-errors.ts` and the mocks. */
export const messages = {
  arnMissing:
    'resourceArn is missing: it names the function to call, for example acs:fc:cn-hangzhou:123456789012:functions/pay.',
  arnNotText: 'resourceArn must be text.',
  arnPrefix: (arn: string) => `"${arn}" is no function's resourceArn: it must begin with acs:fc:.`,
  arnParts: (arn: string) =>
    `"${arn}" has too few parts: expected acs:fc:<region>:<account>:functions/<name> or acs:fc:<region>:<account>:services/<service>.<qualifier>/functions/<name>.`,
  arnTail: (tail: string) =>
    `"${tail}" names no function: expected functions/<name>, functions/<name>/<qualifier> or services/<service>.<qualifier>/functions/<name>.`,
  invocationType: (value: string) => `invocationType must be Sync or Async, not ${value}.`,
  parametersNotObject: 'Parameters must be an object.',
  answeredByState: (problem: string) => `${problem} The answer set for this state was used all the same.`,
  urlMissing: 'HTTP:Request needs a url with http:// or https://.',
  methodUnknown: (method: string) => `HTTP:Request does not know the method ${method}.`,
  bodyTooDeep: 'The value is nested too deeply to be sent.',
  unmocked: (key: string) => `${key} has no answer set; it answers with an empty value.`,
  asyncInvisible: 'The call is asynchronous: what the function returns or throws is not seen by the flow.',
  noAsyncRetries:
    'Function Compute itself runs an asynchronous call that failed again, three times unless set otherwise; here the first failure is reported at once unless `asyncRetries` of its card says how often.',
  asyncRuns: (runs: number) =>
    `The function threw and was run again by Function Compute itself: ${runs} runs in all, as \`asyncRetries\` says. How long the service waits between them is not documented; here it does not.`,
  syncWithSystemCallback:
    'WaitForSystemCallback is documented for asynchronous calls only; this synchronous call counts as finished when it answers.',
  syncWithCustomCallback:
    'The pages disagree on Sync with WaitForCustomCallback; here the answer is awaited first, then the report.',
  modeUnsupported: (service: string, mode: string) =>
    `${service} does not list ${mode}; it is run as for the services that do.`,
  expressionFailed: (detail: string) => `The answer's expression failed: ${detail}`,
  childTooDeep: (name: string) => `The flow "${name}" was not started: child flows are nested too deeply here.`,
  childRefused: (name: string) => `The flow "${name}" refuses this input: it must be a JSON object.`,
  childNameUsed: (name: string) => `An execution named "${name}" of this flow has already ended.`,
  childEnded: (status: string) => `The child flow ended with status ${status}.`,
  connectionFailed: 'The connection failed before an answer came.',
  unreadableAnswer: 'The answer could not be read.',
  mockedInPage: 'Calls are answered by a service worker and show in the network panel.',
  mockedInProcess: (reason: string) =>
    `The browser refused the service worker (${reason}); calls are answered inside the page and do not show in the network panel.`,
  stoppedByPerson: 'Stopped by the person at the controls.',
} as const;
