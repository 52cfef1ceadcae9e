import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
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

  it('is signed as the Standard Webhooks library signs and checks', () => {
    const library = new Webhook(key('k'));
    const headers = new CallSigner([key('k')]).sign(body.toString());
    expect(library.verify(body.toString(), { ...headers })).toEqual({ price: 1 });
    const now = new Date();
    const theirs = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': `v1,bm90IGl0 ${library.sign('msg_1', now, body.toString())}`,
    };
    expect(new CallSigner([`whsec_${key('k')}`]).isSigned(body, theirs)).toBe(true);
  });

  it('covers every byte, also where they are no text', () => {
    const signer = new CallSigner([key('k')]);
    const bytes = Uint8Array.from([0x25, 0x50, 0xff, 0xfe]);
    const headers = { ...signer.sign(bytes) };
    expect(signer.isSigned(bytes, headers)).toBe(true);
    expect(signer.isSigned(Uint8Array.from([0x25, 0x50, 0xff, 0xfd]), headers)).toBe(false);
  });

  it('is refused without its headers', () => {
    expect(new CallSigner([key('k')]).isSigned(body, {})).toBe(false);
  });
});
