import type { Application } from '@app/domain';
import type { ApplicationChange, ApplicationStore, AuditTrail, NewApplication, Outbox } from '@app/ports';
import { afterEach, beforeEach } from '@jest/globals';
import { applicationOf, newApplicationOf } from '../builders/applications.js';

export const LEASE_MS = 300;
export const HOUR_MS = 3_600_000;

/** An empty store, with what is written beside it. */
export interface ApplicationsUnderTest {
  readonly store: ApplicationStore;
  readonly outbox: Outbox;
  readonly audit: AuditTrail;
  /** The store's clock. */
  now(): Promise<Date>;
  /** Lets time pass for claims and idempotency keys: moves a manual clock on, or makes all of them older. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Makes a store that leaves the messages of a change to this process for `leaseMs`. */
export type MakeApplications = (options: { readonly leaseMs: number }) => Promise<ApplicationsUnderTest>;

/** A fresh store for each test. */
export class Suite {
  private subject: ApplicationsUnderTest | undefined;

  constructor(make: MakeApplications) {
    beforeEach(async () => {
      this.subject = await make({ leaseMs: LEASE_MS });
    });
    afterEach(() => this.subject?.close());
  }

  get under(): ApplicationsUnderTest {
    if (this.subject === undefined) throw new Error('Only within a test');
    return this.subject;
  }

  get store(): ApplicationStore {
    return this.under.store;
  }

  /** An application that was accepted. */
  async submit(rest: Partial<Application> = {}, more: Partial<NewApplication> = {}): Promise<Application> {
    const application = applicationOf(rest);
    const submission = await this.store.submit(newApplicationOf({ application, ...more }));
    if (submission.outcome !== 'ACCEPTED') throw new Error(`Expected ACCEPTED, not ${submission.outcome}`);
    return application;
  }

  async stored(id: string): Promise<Application | undefined> {
    return (await this.store.load(id))?.application;
  }

  /** So far from the store's now. */
  async at(ms: number): Promise<string> {
    return new Date((await this.under.now()).getTime() + ms).toISOString();
  }
}

/** A change of one version that says something else. */
export function changeOf(before: Application, rest: Partial<Application> = {}): Omit<ApplicationChange, 'payment'> {
  return { before, after: { ...before, version: before.version + 1, ...rest }, messages: [] };
}

/** Ended without a policy. */
export const rejected = (before: Application, endedAt = before.createdAt) =>
  changeOf(before, {
    status: 'REJECTED',
    endedAt,
    payments: before.payments.map((payment) => ({ ...payment, status: 'REFUND_DUE' })),
  });
