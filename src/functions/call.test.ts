import { describe, expect, test } from 'vitest';
import { callKey, callOf } from './call.ts';

const call = (action: string, parameters: never | object) =>
  callOf({ stateName: 'Pay', action, parameters: parameters as never });

describe('what a call is matched by, and counted under (R13)', () => {
  test('a function of generation 3.0 goes by its name', () => {
    const found = call('FC:InvokeFunction', { resourceArn: 'acs:fc:::functions/pay/LATEST' });
    expect(found).toEqual({
      state: 'Pay',
      action: 'FC:InvokeFunction',
      resourceArn: 'acs:fc:::functions/pay/LATEST',
      function: 'pay',
      service: undefined,
    });
    expect(callKey(found)).toBe('pay');
  });

  test('a function of generation 2.0 goes by service and name', () => {
    expect(callKey(call('FC:InvokeFunction', { resourceArn: 'acs:fc:::services/shop.LATEST/functions/pay' }))).toBe(
      'shop/pay',
    );
  });

  test('any other service, and a function nobody can read, go by the action', () => {
    expect(callKey(call('HTTP:Request', { url: 'https://a.example' }))).toBe('HTTP:Request');
    expect(callKey(call('FC:InvokeFunction', { resourceArn: 'xxx' }))).toBe('FC:InvokeFunction');
    expect(callKey(call('FC:InvokeFunction', [1]))).toBe('FC:InvokeFunction');
  });
});
