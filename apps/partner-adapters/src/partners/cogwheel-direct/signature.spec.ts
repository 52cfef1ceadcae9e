import { describe, expect, it } from '@jest/globals';
import { signatureHeaders, stringToSign } from './signature.js';

const key = { keyId: 'cogk_sandbox_01', secret: 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa' };

/** The test vector of partners.md C.1. */
const vector = {
  method: 'POST',
  target: '/v2/motor/quote',
  timestamp: 1795428000,
  nonce: 'n0nce-0000000001',
  body: '{"request_ref":"Q-1","class":"car"}',
};

describe('the signature of Cogwheel Direct', () => {
  it('signs six lines without one at the end', () => {
    expect(stringToSign(vector)).toBe(
      [
        'POST',
        '/v2/motor/quote',
        '',
        '1795428000',
        'n0nce-0000000001',
        '701e331f7d6511c654d6113c9ed1135c09142967d25519b5edcdcca26797b67f',
      ].join('\n'),
    );
  });

  it('keeps to the published test vector', () => {
    expect(signatureHeaders(vector, key)).toEqual({
      'x-cog-key-id': 'cogk_sandbox_01',
      'x-cog-timestamp': '1795428000',
      'x-cog-nonce': 'n0nce-0000000001',
      'x-cog-content-sha256': '701e331f7d6511c654d6113c9ed1135c09142967d25519b5edcdcca26797b67f',
      'x-cog-signature': 'v1=16f6e785883dd583dadb8047144c56ca21572cce0f7f7b5a04e8d8aece242ab4',
    });
  });

  it('sorts the query bytewise by pair', () => {
    const target = '/v2/policy?quote_no=CGQ7K2M1&b=2&B=1&a=10&a=1';
    expect(
      stringToSign({ ...vector, target })
        .split('\n')
        .slice(1, 3),
    ).toEqual(['/v2/policy', 'B=1&a=1&a=10&b=2&quote_no=CGQ7K2M1']);
  });

  it('digests the empty string where there is no body', () => {
    const { 'x-cog-content-sha256': digest } = signatureHeaders({ ...vector, body: '' }, key);
    expect(digest).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('covers bytes, so that letters beyond ASCII count as UTF-8', () => {
    const { 'x-cog-content-sha256': digest } = signatureHeaders({ ...vector, body: 'é' }, key);
    expect(digest).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });
});
