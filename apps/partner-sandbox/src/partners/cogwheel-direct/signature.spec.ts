import { describe, expect, it } from '@jest/globals';
import { sha256Hex, signatureOf, stringToSign } from './signature.js';

/** The test vector of the text (partners.md C.1). */
const VECTOR = {
  method: 'POST',
  rawPath: '/v2/motor/quote',
  rawQuery: '',
  timestamp: '1795428000',
  nonce: 'n0nce-0000000001',
  digest: '701e331f7d6511c654d6113c9ed1135c09142967d25519b5edcdcca26797b67f',
};

describe("C's signature", () => {
  it('is that of the published test vector', () => {
    expect(sha256Hex(Buffer.from('{"request_ref":"Q-1","class":"car"}'))).toBe(VECTOR.digest);
    expect(signatureOf(VECTOR, 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa')).toBe(
      'v1=16f6e785883dd583dadb8047144c56ca21572cce0f7f7b5a04e8d8aece242ab4',
    );
  });

  it('covers the raw path and the raw query, sorted by pair and not decoded', () => {
    const lines = stringToSign({ ...VECTOR, method: 'GET', rawPath: '/v2/%70olicy', rawQuery: 'b=2&a=%20&B=1&a=1' });
    expect(lines.split('\n').slice(0, 3)).toEqual(['GET', '/v2/%70olicy', 'B=1&a=%20&a=1&b=2']);
    expect(lines.split('\n')).toHaveLength(6);
  });
});
