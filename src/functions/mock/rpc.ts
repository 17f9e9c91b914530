import { type Json, type JsonObject, parseJson, isObject } from '../../base/index.ts';
import { type HttpAnswer, immediately } from '../wire.ts';

/** A call of an RPC operation: what stands in the address and what in the form. */
export interface Rpc {
  readonly action: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

/** A refusal with the status and code of the tables in cloud-apis B.6. A class, so that no data can be taken for one. */
export class Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  constructor(status: number, code: string, message: string) {
    this.status = status;
    this.code = code;
    this.message = message;
  }
}

export const refusals = {
  actionNotSupported: (action: string) =>
    new Refused(400, 'ActionNotSupported', `Action '${action}' is not supported.`),
  wrongMode: (mode: string) => new Refused(400, 'ActionNotSupported', `${mode} execution is not supported`),
  version: (version: string) =>
    new Refused(400, 'APIVersionNotSupported', `The requested API version '${version}' is not supported.`),
  tooLarge: (limit: number) =>
    new Refused(400, 'EntityTooLarge', `The payload size exceeds maximum allowed size (${limit} bytes).`),
  mediaType: (type: string) => new Refused(415, 'UnsupportedMediaType', `The content type '${type}' is not supported.`),
  missing: (name: string) => new Refused(400, 'MissingRequiredParams', `The parameter '${name}' is required.`),
  invalid: (name: string, why: string) =>
    new Refused(400, 'InvalidArgument', `The parameter '${name}' is invalid: ${why}.`),
  noFlow: (name: string) => new Refused(404, 'FlowNotExists', `Flow ${name} does not exist.`),
  noExecution: (flow: string, name: string) =>
    new Refused(404, 'ExecutionNotExists', `Execution ${name} for flow ${flow} does not exist.`),
  nameUsed: (name: string) => new Refused(400, 'ExecutionAlreadyExists', `Execution ${name} already exists.`),
  ended: (name: string) => new Refused(400, 'ExecutionAlreadyCompleted', `Execution ${name} has already completed.`),
  taskCompleted: (token: string) => new Refused(400, 'TaskAlreadyCompleted', `Task ${token} has already completed.`),
  taskState: () => new Refused(409, 'TaskInvalidState', 'Task is in an invalid state, please retry.'),
} as const;

export function rpcAnswer(status: number, body: JsonObject): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify(body),
    beyond: immediately,
  };
}

/** Readers for parameters; each gives the value or the refusal of it. Form fields may also stand in the address. */
export const inForm = (rpc: Rpc, name: string): string | undefined =>
  rpc.form.get(name) ?? rpc.query.get(name) ?? undefined;
export const inQuery = (rpc: Rpc, name: string): string | undefined => rpc.query.get(name) ?? undefined;

export function required(name: string, value: string | undefined): string | Refused {
  return value === undefined || value === '' ? refusals.missing(name) : value;
}

/** 1 to 128 signs, first a letter or `_`, then letters, digits, `_`, `-` (cloud-apis B.3). */
export const isName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/.test(text);

/** JSON text of an object. */
export function objectText(name: string, text: string): JsonObject | Refused {
  const value: Json | undefined = parseJson(text);
  return isObject(value) ? value : refusals.invalid(name, 'it must be the JSON text of an object');
}

export function lengthWithin(name: string, text: string, most: number): string | Refused {
  const long = [...text].length;
  return long >= 1 && long <= most ? text : refusals.invalid(name, `its length must be 1 to ${most}`);
}

export function integerWithin(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
  absent: number,
): number | Refused {
  if (text === undefined || text === '') return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : refusals.invalid(name, `it must be a whole number from ${least} to ${most}`);
}
