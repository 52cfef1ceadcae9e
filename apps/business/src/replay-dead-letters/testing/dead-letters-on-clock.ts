import type { Application } from '@app/domain';
import { createLogger } from '@app/platform';
import { applicationContentOf, inMemoryPorts, newApplicationOf } from '@app/testing';
import { v7 as newId } from 'uuid';
import { ApplicationDesk } from '../../applications/application-desk.js';
import { IssuanceRequestedEvents } from '../../applications/issuance-requested-events.js';
import { policyLifecycleEvents } from '../../applications/policy-lifecycle-events.js';
import { partnerSealers } from '../../testing/business-under-test.js';
import { assembleDeadLetters } from '../assemble-dead-letters.js';
import { deadLettersInMemory } from './dead-letters-in-memory.js';

export const PARTNER = 'acme-general';
export const QUEUE = `policy-issuance-${PARTNER}`;
export const OPERATORS = 'policy-issuance-operator';

/** Dead letters and the applications that they are of, in memory and on a clock that a test moves. */
export function deadLettersOnClock() {
  const ports = inMemoryPorts();
  const { clock, applications: store } = ports;
  const letters = deadLettersInMemory(clock, ports.deadLetters);
  const tools = { clock, newId: () => newId() };
  const events = new IssuanceRequestedEvents(partnerSealers, tools);
  const random = (): number => 0.5;
  const ignored = (): void => undefined;
  const describe = policyLifecycleEvents(tools);
  const desk = new ApplicationDesk({ store, events, describe, random, changed: ignored, committed: ignored });
  const shared = { ...tools, random, letters, desk, publisher: letters.queues };
  const running: { stop(): Promise<void> }[] = [];
  return {
    ...ports,
    ...letters,
    /** One more replica. */
    startReplica() {
      const time = { ask: async () => clock.now() };
      const replica = assembleDeadLetters({ ...shared, time, logger: createLogger('dead-letters', 'silent') });
      for (const part of [replica.replayer, replica.collector]) {
        part.start();
        running.push(part);
      }
      return replica;
    },
    async stop() {
      for (const part of running.splice(0)) await part.stop();
    },
    /** A stored application, and the message that asks for its policy as it lies in a dead-letter queue. */
    async deadMessage(application: Application, attributes: Readonly<Record<string, string>> = {}) {
      await store.submit(newApplicationOf({ application }));
      const written = await events.write(application, applicationContentOf());
      return { body: written.body, attributes: { ...written.attributes, reason: 'TIMEOUT AG-504', ...attributes } };
    },
  };
}

export type DeadLettersOnClock = ReturnType<typeof deadLettersOnClock>;
