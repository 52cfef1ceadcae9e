import { StoreUnavailableError } from '@app/ports';
import { InMemoryApplicationStore, InMemoryOutbox, ManualClock, newApplicationOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { KnownKeys } from './known-keys.js';

const RESPONSE = { id: 'the first answer' };

describe('the idempotency keys of a client', () => {
  const clock = new ManualClock();
  let applications: InMemoryApplicationStore;
  let clientId: string;
  beforeEach(async () => {
    applications = new InMemoryApplicationStore({ clock, outbox: new InMemoryOutbox(clock) });
    const idempotency = { key: 'used', fingerprint: 'body one', response: RESPONSE };
    const submission = newApplicationOf({ idempotency });
    clientId = submission.application.clientId;
    await applications.submit(submission);
  });

  const find = (keys: KnownKeys, key: string) => keys.findKey(clientId, { key, fingerprint: 'body one' });

  it('are looked for among applications and durable quote requests', async () => {
    const keys = new KnownKeys(applications, undefined);
    expect(await find(keys, 'used')).toEqual({ outcome: 'REPLAYED', response: RESPONSE });
    expect(await find(keys, 'new')).toBeUndefined();
  });

  it('are taken when an ephemeral quote request has used them, whatever it asked', async () => {
    const keys = new KnownKeys(applications, { findKey: async () => ({ outcome: 'REPLAYED', response: {} }) });
    expect(await find(keys, 'new')).toEqual({ outcome: 'KEY_REUSED' });
    expect(await find(keys, 'used')).toEqual({ outcome: 'REPLAYED', response: RESPONSE });
  });

  it('can be used while the ephemeral store is away, but not when it is broken', async () => {
    const away = new KnownKeys(applications, { findKey: () => Promise.reject(new StoreUnavailableError('redis')) });
    expect(await find(away, 'new')).toBeUndefined();
    const broken = new KnownKeys(applications, { findKey: () => Promise.reject(new TypeError('a bug')) });
    await expect(find(broken, 'new')).rejects.toThrow(TypeError);
  });
});
