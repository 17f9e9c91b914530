import { isObject, type Json, ownValue } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';

/** The text a body travels as: text as it is, nothing as nothing, everything else as JSON (cloud-apis A.2, D.4). */
export function bodyText(body: Json | undefined): { readonly text: string; readonly type: string | undefined } {
  if (body === undefined || body === null) return { text: '', type: undefined };
  if (typeof body === 'string') return { text: body, type: 'text/plain; charset=utf-8' };
  return { text: JSON.stringify(body), type: 'application/json' };
}

/** An own parameter by name; `undefined` too when the parameters are no object. */
export const parameter = (invocation: Pick<Invocation, 'parameters'>, name: string): Json | undefined =>
  isObject(invocation.parameters) ? ownValue(invocation.parameters, name) : undefined;

/** JSON text of very deep values exhausts the stack; that is the sender's problem, not a crash. */
export function isSerialisable(value: Json): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

/** The value when it is text; nothing is ever converted, since data may bring its own `toString`. */
export const textParameter = (invocation: Pick<Invocation, 'parameters'>, name: string): string | undefined => {
  const value = parameter(invocation, name);
  return typeof value === 'string' ? value : undefined;
};
