import { describe, expect, it } from '@jest/globals';
import { applicationStoreContract } from './application-store-contract/index.js';
import { newApplicationOf } from './builders/applications.js';
import { newQuoteRequest } from './builders/quote-requests.js';
import { InMemoryApplicationStore } from './in-memory-application-store.js';
import { InMemoryAudit } from './in-memory-audit.js';
import { InMemoryOutbox } from './in-memory-outbox.js';
import { inMemoryPorts } from './in-memory-ports.js';
import { ManualClock } from './manual-clock.js';

applicationStoreContract(async ({ leaseMs }) => {
  const clock = new ManualClock();
  const outbox = new InMemoryOutbox(clock, leaseMs);
  const audit = new InMemoryAudit();
  return {
    store: new InMemoryApplicationStore({ clock, outbox, audit }),
    outbox,
    audit,
    now: async () => clock.now(),
    pass: async (ms) => clock.advance(ms),
    close: async () => undefined,
  };
});

describe('stores in memory', () => {
  it('share the keys of a client, as those in one database do', async () => {
    const { applications, clock, openStore } = inMemoryPorts();
    const store = openStore({ changed: () => undefined, committed: () => undefined }, () => []);
    const { idempotency } = newApplicationOf();
    await store.accept(newQuoteRequest({ createdAt: clock.now(), idempotency }));
    const other = { ...idempotency, fingerprint: 'sha256:two' };
    expect(await applications.submit(newApplicationOf({ idempotency: other }))).toEqual({ outcome: 'KEY_REUSED' });
  });
});
