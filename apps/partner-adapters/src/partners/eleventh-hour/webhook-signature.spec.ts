import { describe, expect, it } from '@jest/globals';
import { isSignedByEleventhHour, signatureOf } from './webhook-signature.js';

const secret = 'ehw_5b1c0de2a94f4e37';
const t = 1_795_428_004;
const body = Buffer.from('{"eventId":"evt_1"}');
/** The test vector of partners.md E.4. */
const signature = `t=${t},v1=b2b9dbde54975a2a2c4032b82ee05b79ec832959d4c1a941842a12a196213b33`;

const at = (seconds: number) => ({ secret, now: new Date(seconds * 1_000) });

describe('the signature of Eleventh Hour', () => {
  it('is the one of the printed test vector', () => {
    expect(signatureOf(body, t, secret)).toBe(signature);
    expect(isSignedByEleventhHour(body, signature, at(t))).toBe(true);
  });

  it.each([
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
  ])('is, when our clock differs by %p seconds, accepted: %p', (offset, accepted) => {
    expect(isSignedByEleventhHour(body, signature, at(t + offset))).toBe(accepted);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another form', signature.replace('v1=', 'v2=')],
    ['too short', signature.slice(0, -2)],
    ['of another time', signature.replace(String(t), String(t + 1))],
    ['followed by another', `${signature},v1=00`],
  ])('is refused when it is %s', (_what, given) => {
    expect(isSignedByEleventhHour(body, given, at(t))).toBe(false);
  });

  it('is refused for another body and for another secret', () => {
    expect(isSignedByEleventhHour(Buffer.from('{"eventId":"evt_2"}'), signature, at(t))).toBe(false);
    expect(isSignedByEleventhHour(body, signature, { ...at(t), secret: 'another' })).toBe(false);
  });
});
