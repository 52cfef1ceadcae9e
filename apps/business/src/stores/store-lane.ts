import type { QuoteProgress } from '@app/domain';
import type { Logger } from '@app/platform';
import type { Clock, DescribeChange, EventPublisher, Outbox, QuoteStore, StoreObserver } from '@app/ports';
import { OverdueSweeper } from '../complete-quotes/overdue-sweeper.js';
import { RunningRequests } from '../complete-quotes/running-requests.js';
import { EventRelay } from '../publish-events/event-relay.js';
import { OutboxSweeper } from '../publish-events/outbox-sweeper.js';

/** A store with its outbox. */
export interface StorePart {
  /** Opens the store, once there is somebody to tell of its changes. */
  readonly openStore: (observer: StoreObserver, describe: DescribeChange) => QuoteStore;
  readonly outbox: Outbox;
}

export interface LaneParts {
  readonly publisher: EventPublisher;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** How long the store and the outbox leave a message to this process, in milliseconds. */
  readonly leaseMs: number;
  readonly describe: DescribeChange;
  /** Told of every change that this process makes. */
  readonly changed: (progress: QuoteProgress) => void;
  readonly logger: Logger;
}

/** One store and what runs beside it, so that a store that is away holds up nothing of the other. */
export interface StoreLane {
  readonly store: QuoteStore;
  readonly relay: EventRelay;
  readonly sweepers: readonly { start(): void; stop(): Promise<void> }[];
}

export function openStoreLane({ openStore, outbox }: StorePart, parts: LaneParts): StoreLane {
  const { changed, clock, describe, logger } = parts;
  const running = new RunningRequests();
  const relay = new EventRelay({ ...parts, outbox });
  const observer: StoreObserver = {
    changed(progress) {
      running.changed(progress);
      if (progress.consentWithdrawnAt !== null) relay.revoke(progress.id);
      changed(progress);
    },
    committed: (messages) => relay.committed(messages),
  };
  const store = openStore(observer, describe);
  return {
    store,
    relay,
    sweepers: [new OutboxSweeper({ ...parts, outbox, relay }), new OverdueSweeper({ store, running, clock, logger })],
  };
}
