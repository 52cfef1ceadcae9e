import { InMemoryOutbox } from './in-memory-outbox.js';
import { InMemoryQuoteStore } from './in-memory-quote-store.js';
import { ManualClock } from './manual-clock.js';
import { quoteStoreContract } from './quote-store-contract/index.js';

quoteStoreContract(async ({ observer, describe, leaseMs }) => {
  const clock = new ManualClock();
  const outbox = new InMemoryOutbox(clock, leaseMs);
  const store = new InMemoryQuoteStore({ clock, outbox, observer, describe });
  return {
    store,
    outbox,
    now: async () => clock.now(),
    pass: async (ms) => clock.advance(ms),
    kept: async (id) => ({
      content: store.accepted.has(id),
      noticeVersion: store.consents.get(id)?.noticeVersion,
      consentWithdrawnAt: store.consents.get(id)?.withdrawnAt ?? null,
    }),
    unstored: async () => store.unstored,
    close: async () => undefined,
  };
});
