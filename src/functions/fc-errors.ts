/**
 * Error codes of Function Compute with the status they travel with (cloud-apis A.5). One table: code and status are
 * always taken from the same row, because 429 and 503 are easily swapped.
 */
export interface FunctionError {
  readonly code: string;
  readonly status: number;
  /** True where trying again later can help. */
  readonly retryable: boolean;
  readonly message: (call: { readonly function: string; readonly service: string | undefined }) => string;
}

const inService = (service: string | undefined): string => (service === undefined ? '' : ` in service '${service}'`);
const row = (
  status: number,
  code: string,
  message: string | FunctionError['message'],
  retryable = false,
): FunctionError => ({ status, code, retryable, message: typeof message === 'string' ? () => message : message });

export const functionErrors: readonly FunctionError[] = [
  row(503, 'ResourceThrottled', 'Reserve resource exceeded limit', true),
  row(429, 'ResourceExhausted', 'the number of concurrent invocations exceeds the limit', true),
  row(500, 'InternalServerError', 'an internal error has occurred. Please retry.', true),
  row(403, 'AccessDenied', 'the caller is not authorized to perform this operation'),
  row(400, 'InvalidArgument', 'the request contains an invalid argument'),
  row(400, 'EntityTooLarge', 'payload size exceeds maximum allowed size'),
  row(400, 'MissingRequiredHeader', 'a required HTTP header is missing'),
  row(400, 'PathNotSupported', 'the requested path is not supported'),
  row(400, 'LimitExceededError', 'the number of resources exceeds the limit of the account'),
  row(403, 'SignatureNotMatch', 'the request signature does not match'),
  row(403, 'InvalidAccessKeyID', 'the access key does not exist'),
  row(404, 'FunctionNotFound', (call) => `function '${call.function}' does not exist${inService(call.service)}.`),
  row(404, 'ServiceNotFound', (call) => `service '${call.service ?? ''}' does not exist`),
  row(404, 'VersionNotFound', 'the version does not exist'),
  row(404, 'AliasNotFound', 'the alias does not exist'),
  row(404, 'DomainNameNotFound', 'the domain name does not exist'),
  row(404, 'AsyncConfigNotExists', 'the asynchronous configuration does not exist'),
  row(409, 'ConcurrentUpdateError', 'the resource is being updated', true),
  row(409, 'AliasAlreadyExists', 'the alias already exists'),
  row(409, 'StatefulAsyncInvocationAlreadyExists', 'an invocation with this id already exists'),
  row(412, 'CAExited', 'the function instance exited before it was ready'),
  row(412, 'CAFileNotFound', 'the start command of the function was not found'),
  row(412, 'CAFilePermission', 'the start command of the function may not be executed'),
  row(412, 'PreconditionFailed', 'the precondition does not hold'),
  row(412, 'AsyncInvocationStopped', 'the asynchronous invocation was stopped'),
  row(499, 'ClientClosedRequest', 'the client closed the connection'),
  row(500, 'DestinationDeliveryFailed', 'the destination could not be reached'),
  // The documents give no status for this one; a failed start of an instance is the caller's resource, as with CAExited.
  row(412, 'FunctionNotStarted', 'Function instance health check failed on port 9000 in 120 seconds'),
];

const byCode = new Map(functionErrors.map((error) => [error.code, error]));

/** The row of a code; a code nobody documents is the caller's fault (400). */
export function functionError(code: string): FunctionError {
  return byCode.get(code) ?? row(400, code, `the call was refused: ${code}`);
}
