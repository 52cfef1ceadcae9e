import type { DescribeChange, StoreObserver } from '@app/ports';
import { InMemoryApplicationStore } from './in-memory-application-store.js';
import { InMemoryAudit } from './in-memory-audit.js';
import { InMemoryDeadLetterStore } from './in-memory-dead-letter-store.js';
import { InMemoryKeys } from './in-memory-keys.js';
import { InMemoryOutbox } from './in-memory-outbox.js';
import { InMemoryQuoteStore } from './in-memory-quote-store.js';
import { ManualClock } from './manual-clock.js';
import { RecordingPublisher } from './recording-publisher.js';

const LEASE_MS = 5_000;

/** Everything that a service which stores quote requests and applications needs from outside, in memory. */
export function inMemoryPorts() {
  const clock = new ManualClock();
  const outbox = new InMemoryOutbox(clock, LEASE_MS);
  const keys = new InMemoryKeys(clock);
  const audit = new InMemoryAudit();
  const stores: InMemoryQuoteStore[] = [];
  return {
    clock,
    outbox,
    leaseMs: LEASE_MS,
    audit,
    applications: new InMemoryApplicationStore({ clock, outbox, keys, audit }),
    deadLetters: new InMemoryDeadLetterStore({ clock, audit }),
    publisher: new RecordingPublisher(),
    openStore(observer: StoreObserver, describe: DescribeChange): InMemoryQuoteStore {
      const store = new InMemoryQuoteStore({ clock, outbox, observer, describe, keys });
      stores.push(store);
      return store;
    },
    /** The store that was opened. */
    store(): InMemoryQuoteStore {
      const [store] = stores;
      if (store === undefined) throw new Error('No store was opened');
      return store;
    },
  };
}
