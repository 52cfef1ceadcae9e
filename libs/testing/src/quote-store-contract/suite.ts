import type { NewQuoteRequest, OutboxMessage } from '@app/ports';
import { afterEach, beforeEach } from '@jest/globals';
import { type NewRequestOptions, newQuoteRequest } from '../builders/quote-requests.js';
import {
  describeInWords,
  type MakeStore,
  progressOf,
  RecordingObserver,
  type StoreUnderTest,
} from './store-under-test.js';

export const LEASE_MS = 300;
const MOST_MESSAGES = 1_000;
const HOUR_MS = 3_600_000;

/** How a request stands at the store's clock. */
export const RUNNING = { age: 0, deadlineMs: HOUR_MS, lateMs: 2 * HOUR_MS };
export const OVERDUE = { age: HOUR_MS, deadlineMs: HOUR_MS / 2, lateMs: 2 * HOUR_MS };
export const TOO_LATE = { age: HOUR_MS, deadlineMs: HOUR_MS / 4, lateMs: HOUR_MS / 2 };

type Times = typeof RUNNING;

/** A fresh store for each test of a suite. */
export class Suite {
  private subject: StoreUnderTest | undefined;
  private told = new RecordingObserver();

  constructor(makeStore: MakeStore) {
    beforeEach(async () => {
      this.told = new RecordingObserver();
      this.subject = await makeStore({ observer: this.told, describe: describeInWords, leaseMs: LEASE_MS });
    });
    afterEach(() => this.subject?.close());
  }

  get under(): StoreUnderTest {
    if (this.subject === undefined) throw new Error('Only within a test');
    return this.subject;
  }

  get store() {
    return this.under.store;
  }

  get outbox() {
    return this.under.outbox;
  }

  get observer(): RecordingObserver {
    return this.told;
  }

  /** A request that stands as `times` says, not accepted yet. */
  async prepare(times: Times, options: Omit<NewRequestOptions, 'createdAt'> = {}): Promise<NewQuoteRequest> {
    const { age, ...periods } = times;
    const createdAt = new Date((await this.under.now()).getTime() - age);
    return newQuoteRequest({ ...options, ...periods, createdAt });
  }

  /** Everything in the outbox by age, once no claim is left on it. */
  async allMessages(): Promise<OutboxMessage[]> {
    await this.under.pass(LEASE_MS + 1);
    return this.outbox.claim(MOST_MESSAGES);
  }

  /** The id of an accepted request. */
  async accept(times: Times, options: Omit<NewRequestOptions, 'createdAt'> = {}): Promise<string> {
    return progressOf(await this.store.accept(await this.prepare(times, options))).id;
  }
}
