import { describe, expect, test } from 'vitest';
import { parseArn } from './arn.ts';

const read = (text: unknown) => {
  const result = parseArn(text);
  return result.ok ? result.value : result.error;
};

describe('the resource name of a function (A.1)', () => {
  test('3.0, with and without a qualifier', () => {
    expect(read('acs:fc:cn-shanghai:1234:functions/pay')).toEqual({
      generation: '3.0',
      region: 'cn-shanghai',
      account: '1234',
      service: undefined,
      function: 'pay',
      qualifier: undefined,
    });
    expect(read('acs:fc:cn-shanghai:1234:functions/pay/LATEST')).toMatchObject({
      function: 'pay',
      qualifier: 'LATEST',
    });
  });

  test('2.0, with and without a qualifier', () => {
    expect(read('acs:fc:r:1:services/shop.prod/functions/pay')).toMatchObject({
      generation: '2.0',
      service: 'shop',
      qualifier: 'prod',
      function: 'pay',
    });
    expect(read('acs:fc:r:1:services/shop/functions/pay')).toMatchObject({ service: 'shop', qualifier: undefined });
  });

  test('the short form leaves region and account empty', () => {
    expect(read('acs:fc:::services/myService1.LATEST/functions/f1')).toMatchObject({ region: '', account: '' });
    expect(read('acs:fc:::functions/f1')).toMatchObject({ generation: '3.0', region: '', function: 'f1' });
  });

  test('placeholders are opaque, whatever signs they hold (R11)', () => {
    expect(read('acs:fc:{regionId}:{accountId}:services/{svc.a}.LATEST/functions/${env:X/y}')).toEqual({
      generation: '2.0',
      region: '{regionId}',
      account: '{accountId}',
      service: '{svc.a}',
      qualifier: 'LATEST',
      function: '${env:X/y}',
    });
  });

  test.each([
    ['xxx', /must begin with acs:fc:/],
    ['acs:fnf:::flow/x', /must begin with acs:fc:/],
    ['acs:fc:::', /names no function/],
    ['acs:fc:cn-hangzhou', /too few parts/],
    ['acs:fc:::functions/', /names no function/],
    ['acs:fc:::functions/a/b/c', /names no function/],
    ['acs:fc:::services/.LATEST/functions/f', /names no function/],
    ['acs:fc:::services/s/function/f', /names no function/],
    ['', /missing/],
    [undefined, /missing/],
    [7, /must be text/],
  ])('%j is refused with the reason', (text, reason) => {
    expect(read(text)).toMatch(reason);
  });

  test('names are free text: other scripts, __proto__, emoji', () => {
    expect(read('acs:fc:::functions/支付 🚀')).toMatchObject({ function: '支付 🚀' });
    expect(read('acs:fc:::functions/__proto__')).toMatchObject({ function: '__proto__' });
  });
});
