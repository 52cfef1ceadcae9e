import { describe, expect, it } from '@jest/globals';
import { passwordDigest, securityHeader } from './username-token.js';
import { writeXml } from './write-xml.js';

/** The test vector of partners.md B.1. */
const token = {
  username: 'market-sbx',
  password: 'S4ndbox-Loom!',
  nonce: Buffer.from([...Array(16).keys()]),
  created: new Date('2026-11-23T10:00:00.900Z'),
};

describe('a UsernameToken', () => {
  it('has the digest of the test vector', () => {
    expect(passwordDigest(token)).toBe('A3jeqJ209VXSYY4NrEWPNKGF1Ds=');
  });

  it('tells nonce and time, and never the password', () => {
    const header = writeXml(securityHeader(token));
    expect(header).toContain('AAECAwQFBgcICQoLDA0ODw==');
    expect(header).toContain('>2026-11-23T10:00:00Z<');
    expect(header).not.toContain(token.password);
  });
});
