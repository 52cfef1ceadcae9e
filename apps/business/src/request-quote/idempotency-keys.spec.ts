import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bodyFingerprint, readIdempotencyKey } from './idempotency-keys.js';

const UUID = '0b0b3c5e-9a4b-4f7e-8a52-0d6a3c1f2b3a';
const confidential = { kind: 'CONFIDENTIAL' } as const;
const anyone = { kind: 'PUBLIC' } as const;
const key = createSecretKey(new Uint8Array(32).fill(9));
const fingerprint = (text: string): string => bodyFingerprint(JSON.parse(text), key);

describe('an idempotency key', () => {
  it('is optional', () => {
    expect(readIdempotencyKey(undefined, anyone)).toEqual({ ok: true, value: null });
  });

  it.each(['a', 'order 4711/2', '"quoted"', 'x'.repeat(255)])(
    'may be any visible text up to 255 characters: %s',
    (text) => {
      expect(readIdempotencyKey(text, confidential)).toEqual({ ok: true, value: text });
    },
  );

  it.each(['', ' ', 'x'.repeat(256), 'a\tb', 'schlüssel'])('may not be %j', (text) => {
    expect(readIdempotencyKey(text, confidential)).toMatchObject({
      ok: false,
      error: [{ pointer: '/header/Idempotency-Key' }],
    });
  });

  it('must be a UUID from a public client, since everybody has its key', () => {
    expect(readIdempotencyKey('order-1', anyone).ok).toBe(false);
    expect(readIdempotencyKey(UUID, anyone)).toEqual({ ok: true, value: UUID });
  });
});

describe('the fingerprint of a body', () => {
  it('is the same for the same JSON, however it is written', () => {
    expect(fingerprint('{"a": 1.0, "b": {"c": [1, 2], "d": null}}')).toBe(
      fingerprint('{"b":{"d":null,"c":[1,2]},"a":1}'),
    );
    expect(fingerprint('{"a":"\\u00e9"}')).toBe(fingerprint('{"a":"é"}'));
  });

  it.each([
    ['{"a":1}', '{"a":2}'],
    ['{"a":1}', '{"a":"1"}'],
    ['{"a":null}', '{}'],
    ['{"a":[1,2]}', '{"a":[2,1]}'],
    ['{"a":{"b":1}}', '{"a":1,"b":1}'],
    ['["a,b"]', '["a","b"]'],
  ])('tells %s from %s', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});
