import { describe, expect, it } from '@jest/globals';
import { passwordDigest } from './password-digest.js';

describe("B's password digest", () => {
  it('is that of the published test vector', () => {
    const nonce = Buffer.from('AAECAwQFBgcICQoLDA0ODw==', 'base64');
    expect([...nonce]).toEqual(Array.from({ length: 16 }, (_, byte) => byte));
    expect(passwordDigest(nonce, '2026-11-23T10:00:00Z', 'S4ndbox-Loom!')).toBe('A3jeqJ209VXSYY4NrEWPNKGF1Ds=');
  });
});
