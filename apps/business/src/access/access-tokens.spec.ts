import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AccessTokens } from './access-tokens.js';

describe('access tokens', () => {
  const tokens = new AccessTokens(createSecretKey(new Uint8Array(32).fill(1)));

  it('are the same each time they are given, and open their own resource only', () => {
    const token = tokens.issue('one');
    expect(token).toBe(tokens.issue('one'));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokens.opens('one', token)).toBe(true);
    expect(tokens.opens('two', token)).toBe(false);
  });

  it.each([[undefined], [''], ['x'], [['list']], [`${'A'.repeat(43)}`]])('do not take %p', (token) => {
    expect(tokens.opens('one', token)).toBe(false);
  });

  it('of another key open nothing', () => {
    expect(tokens.opens('one', new AccessTokens(createSecretKey(new Uint8Array(32).fill(2))).issue('one'))).toBe(false);
  });
});
