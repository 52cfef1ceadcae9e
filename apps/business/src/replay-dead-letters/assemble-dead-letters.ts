import type { Logger } from '@app/platform';
import type { Clock, DeadLetterStore, EventPublisher, Leases, LetterQueues, QueueDepths, TimeSource } from '@app/ports';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { DeadLetterCollector } from './dead-letter-collector.js';
import { DiscardDeadLetterHandler } from './discard-dead-letter.handler.js';
import { LetterApplications } from './letter-applications.js';
import { LetterKeeper } from './letter-keeper.js';
import { letterRoutes } from './letter-routes.js';
import { ListDeadLettersHandler } from './list-dead-letters.handler.js';
import { ListQueuesHandler } from './list-queues.handler.js';
import { ReplayDeadLettersHandler } from './replay-dead-letters.handler.js';
import { Replayer } from './replayer.js';

/** Where dead letters come from and where they are kept. */
export interface DeadLettersPart {
  readonly store: DeadLetterStore;
  readonly queues: LetterQueues;
  readonly depths: QueueDepths;
  /** Of the one replica that collects. */
  readonly leases: Leases;
}

export interface DeadLettersParts {
  readonly letters: DeadLettersPart;
  readonly desk: Pick<ApplicationDesk, 'change'>;
  readonly publisher: EventPublisher;
  /** The store's clock. */
  readonly time: TimeSource;
  /** The same, as this process knows it. */
  readonly clock: Clock;
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** What collects dead letters and replays them, and what operators see and order of it. */
export function assembleDeadLetters({ letters, desk, time, newId, ...shared }: DeadLettersParts) {
  const { store, queues, depths, leases } = letters;
  const routes = letterRoutes();
  const applications = new LetterApplications(desk);
  const replayer = new Replayer({ ...shared, routes, store, applications });
  const scheduled = (): void => replayer.wake();
  const keeper = new LetterKeeper({ ...shared, routes, store, queues, applications, scheduled });
  const { sources } = routes;
  return {
    collector: new DeadLetterCollector({ ...shared, sources, queues, keeper, leases, replicaId: newId() }),
    replayer,
    listDeadLetters: new ListDeadLettersHandler(store),
    replayDeadLetters: new ReplayDeadLettersHandler({ queues: routes.queues, store, time, scheduled }),
    discardDeadLetter: new DiscardDeadLetterHandler({ store, time }),
    listQueues: new ListQueuesHandler({ routes, depths, store }),
  };
}
