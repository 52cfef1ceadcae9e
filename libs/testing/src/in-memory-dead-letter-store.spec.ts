import { deadLetterStoreContract } from './contracts/dead-letter-store.contract.js';
import { InMemoryAudit } from './in-memory-audit.js';
import { InMemoryDeadLetterStore } from './in-memory-dead-letter-store.js';
import { ManualClock } from './manual-clock.js';

deadLetterStoreContract(async () => {
  const clock = new ManualClock();
  const audit = new InMemoryAudit();
  return {
    store: new InMemoryDeadLetterStore({ clock, audit }),
    audit,
    pass: async (ms) => clock.advance(ms),
    close: async () => undefined,
  };
});
