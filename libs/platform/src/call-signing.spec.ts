import { describe, expect, it } from '@jest/globals';
import { CallSigner } from './call-signing.js';

const key = (name: string) => Buffer.from(name.padEnd(32, '.')).toString('base64');
const body = Buffer.from('{"price":1}');

describe('a signed call between our services', () => {
  it('is accepted with either key while keys are being replaced', () => {
    const headers = new CallSigner([key('old')]).sign(body.toString());
    expect(new CallSigner([key('new'), key('old')]).isSigned(body, { ...headers })).toBe(true);
    expect(new CallSigner([key('new')]).isSigned(body, { ...headers })).toBe(false);
  });

  it('is refused when it is more than five minutes old', () => {
    const headers = { ...new CallSigner([key('k')]).sign(body.toString()) };
    headers['webhook-timestamp'] = String(Number(headers['webhook-timestamp']) - 301);
    expect(new CallSigner([key('k')]).isSigned(body, headers)).toBe(false);
  });

  it('is refused without its headers', () => {
    expect(new CallSigner([key('k')]).isSigned(body, {})).toBe(false);
  });
});
