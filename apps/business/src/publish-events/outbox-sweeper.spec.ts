import { createLogger } from '@app/platform';
import { eventually, InMemoryOutbox, ManualClock, outboxMessage, RecordingPublisher } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventRelay } from './event-relay.js';
import { OutboxSweeper } from './outbox-sweeper.js';

const LEASE_MS = 5_000;

describe('the sweeper of the outbox', () => {
  const logger = createLogger('test', 'silent');
  const random = () => 0.5;
  let clock: ManualClock;
  let outbox: InMemoryOutbox;
  let publisher: RecordingPublisher;
  let sweeper: OutboxSweeper;
  beforeEach(() => {
    clock = new ManualClock();
    outbox = new InMemoryOutbox(clock, LEASE_MS);
    publisher = new RecordingPublisher();
    const relay = new EventRelay({ publisher, outbox, clock, random, leaseMs: LEASE_MS });
    sweeper = new OutboxSweeper({ outbox, relay, clock, random, logger });
  });
  afterEach(() => sweeper.stop());

  const inTime = (expectation: () => void) =>
    eventually(expectation, { pause: async () => clock.advance(20), attempts: 1_000 });

  it('publishes at the start what a crash left behind, however much it is', async () => {
    outbox.add(Array.from({ length: 250 }, () => outboxMessage({ topic: 'quotes' })));
    clock.advance(LEASE_MS + 1);
    sweeper.start();
    await eventually(() => expect(publisher.published).toHaveLength(250));
    await inTime(() => expect(outbox.messages).toEqual([]));
  });

  it('leaves messages alone while somebody else may still live, and takes them when the claim ends', async () => {
    outbox.add([outboxMessage({ topic: 'quotes' })]);
    sweeper.start();
    await eventually(() => expect(clock.sleeping).toBe(1));
    expect(publisher.published).toEqual([]);
    await inTime(() => expect(publisher.published).toHaveLength(1));
    expect(clock.now().getTime() - Date.parse('2026-11-23T10:00:00.000Z')).toBeGreaterThan(LEASE_MS);
  });

  it('goes on after the outbox could not be reached', async () => {
    const claim = outbox.claim.bind(outbox);
    outbox.claim = () => Promise.reject(new Error('database away'));
    outbox.add([outboxMessage({ topic: 'quotes' })]);
    sweeper.start();
    await eventually(() => expect(clock.sleeping).toBe(1));
    outbox.claim = claim;
    await inTime(() => expect(publisher.published).toHaveLength(1));
  });
});
