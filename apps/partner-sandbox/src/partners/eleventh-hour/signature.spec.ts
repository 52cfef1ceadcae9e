import { describe, expect, it } from '@jest/globals';
import { signatureOf, WEBHOOK_SECRET } from './signature.js';

describe("E's signature", () => {
  it('is that of the published test vector', () => {
    expect(signatureOf(1_795_428_004, Buffer.from('{"eventId":"evt_1"}'), WEBHOOK_SECRET)).toBe(
      't=1795428004,v1=b2b9dbde54975a2a2c4032b82ee05b79ec832959d4c1a941842a12a196213b33',
    );
  });
});
