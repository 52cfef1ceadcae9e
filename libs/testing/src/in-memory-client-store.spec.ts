import { clientStoreContract } from './contracts/client-store.contract.js';
import { InMemoryClientStore } from './in-memory-client-store.js';
import { ManualClock } from './manual-clock.js';

clientStoreContract(async () => ({
  store: new InMemoryClientStore(new ManualClock()),
  close: async () => undefined,
}));
