import { eventSchema, issuanceRequested } from '@app/contracts';
import type { Application } from '@app/domain';
import type { OutboxMessage } from '@app/ports';
import {
  applicationOf,
  InMemoryApplicationStore,
  InMemoryAudit,
  InMemoryOutbox,
  ManualClock,
  newApplicationOf,
} from '@app/testing';
import { v7 as newId } from 'uuid';
import { partnerSealers } from '../../testing/business-under-test.js';
import { ApplicationDesk } from '../application-desk.js';
import { IssuanceRequestedEvents } from '../issuance-requested-events.js';
import { policyLifecycleEvents } from '../policy-lifecycle-events.js';

/** The desk on a store in memory; everything that it told anybody is kept. */
export class DeskInMemory {
  readonly clock = new ManualClock();
  readonly outbox = new InMemoryOutbox(this.clock);
  readonly audit = new InMemoryAudit();
  readonly store = new InMemoryApplicationStore({ clock: this.clock, outbox: this.outbox, audit: this.audit });
  readonly changes: Application[] = [];
  readonly committed: OutboxMessage[] = [];
  /** Whoever else is told of changes. */
  onChange: (application: Application) => void = () => undefined;
  readonly events = new IssuanceRequestedEvents(partnerSealers, { clock: this.clock, newId });
  readonly desk = new ApplicationDesk({
    store: this.store,
    events: this.events,
    describe: policyLifecycleEvents({ clock: this.clock, newId }),
    random: () => 0,
    changed: (application) => {
      this.changes.push(application);
      this.onChange(application);
    },
    committed: (messages) => this.committed.push(...messages),
  });

  /** An application that was just submitted. */
  async submitted(): Promise<Application> {
    const application = applicationOf({ id: newId(), createdAt: this.clock.now().toISOString() });
    await this.desk.submit(newApplicationOf({ application }));
    return application;
  }

  async read(id: string): Promise<Application> {
    const application = await this.desk.read(id);
    if (application === undefined) throw new Error(`Nobody knows application ${id}`);
    return application;
  }

  /** What partners' queues were sent. */
  get requested() {
    const sent = this.committed.filter(({ topic }) => topic.startsWith('queue:'));
    return sent.map(({ topic, body }) => ({ topic, ...eventSchema(issuanceRequested).parse(JSON.parse(body)).data }));
  }

  /** Types of the events that were told, with their topics. */
  get told(): string[] {
    const others = this.committed.filter(({ topic }) => !topic.startsWith('queue:'));
    return others.map(({ topic, body }) => `${topic} ${JSON.parse(body).type}`);
  }
}
