import { failure as no, type Json, ok, type Result } from '../../base/index.ts';
import { wording } from '../wording.ts';
import { describe, errorCodes, failure, type Failure } from './errors.ts';

/** A whole number or its decimal text within a range (R18, U41, U42). */
export function wholeNumber(value: Json, field: string, least: number, most: number): Result<number, Failure> {
  const number = typeof value === 'string' && /^[+-]?\d+(?:\.0+)?$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return ok(number);
  const detail = wording.outOfRange(field, describe(value), least, most);
  return no(failure(errorCodes.expression, detail, 'work'));
}
