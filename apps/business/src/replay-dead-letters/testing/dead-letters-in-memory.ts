import type { Clock } from '@app/ports';
import { InMemoryDeadLetterStore, InMemoryFleet } from '@app/testing';
import { QueuesInMemory } from './queues-in-memory.js';

/** Where dead letters come from and where they are kept, in memory. */
export function deadLettersInMemory(clock: Clock, store = new InMemoryDeadLetterStore({ clock })) {
  const queues = new QueuesInMemory();
  return { store, queues, depths: queues, leases: new InMemoryFleet(clock) };
}
