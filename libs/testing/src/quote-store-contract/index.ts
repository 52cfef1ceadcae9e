import { describe } from '@jest/globals';
import { acceptingSuite } from './accepting.js';
import { consentSuite } from './consent.js';
import { idempotencySuite } from './idempotency.js';
import { latenessSuite } from './lateness.js';
import { offersSuite } from './offers.js';
import { outboxSuite } from './outbox.js';
import { recordingSuite } from './recording.js';
import type { MakeStore } from './store-under-test.js';
import { Suite } from './suite.js';

/** The obligations of `QuoteStore` and `Outbox`; every implementation passes all of them. */
export function quoteStoreContract(makeStore: MakeStore): void {
  describe('a quote store and its outbox', () => {
    const suite = new Suite(makeStore);
    acceptingSuite(suite);
    idempotencySuite(suite);
    recordingSuite(suite);
    latenessSuite(suite);
    consentSuite(suite);
    offersSuite(suite);
    outboxSuite(suite);
  });
}
