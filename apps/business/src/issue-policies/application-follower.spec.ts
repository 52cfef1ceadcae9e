import { setImmediate } from 'node:timers/promises';
import { createLogger } from '@app/platform';
import { canonicalErrorOf, eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { DeskInMemory } from '../applications/testing/desk-in-memory.js';
import { ApplicationFollower } from './application-follower.js';
import { ReceiveResultsHandler } from './receive-results.handler.js';

const logger = createLogger('follower-spec', 'silent');
const MINUTE = 60_000;

describe('following applications', () => {
  let memory: DeskInMemory;
  let follower: ApplicationFollower;
  let results: ReceiveResultsHandler;

  const follow = () => new ApplicationFollower({ ...memory, random: () => 0, logger });
  beforeEach(() => {
    memory = new DeskInMemory();
    results = new ReceiveResultsHandler({ desk: memory.desk, logger });
    follower = follow();
    memory.onChange = (application) => follower.changed(application);
  });
  afterEach(() => follower.stop());

  const post = (applicationId: string, attempt: number, rest: object) =>
    results.handle([{ applicationId, attempt, ...rest }]);
  const unknown = { outcome: 'UNKNOWN', error: canonicalErrorOf({ category: 'TIMEOUT' }) };

  /** Lets time pass in small steps, so that whoever sleeps wakes in between. */
  const pass = (ms: number, expectation: () => void) =>
    eventually(expectation, {
      pause: async () => {
        memory.clock.advance(ms);
        await setImmediate();
      },
      attempts: 2_000,
    });

  it('asks the partner what became of it, soon after nobody could say', async () => {
    const { id } = await memory.submitted();
    follower.start();
    await post(id, 1, unknown);
    await pass(100, () => expect(memory.requested).toMatchObject([{ applicationId: id, attempt: 2 }]));
    const waited = memory.clock.now().getTime() - Date.parse((await memory.read(id)).events.at(-1)?.at ?? '');
    expect(waited).toBeLessThanOrEqual(5_000);
  });

  it('goes on asking until the partner has said it', async () => {
    const { id } = await memory.submitted();
    follower.start();
    await post(id, 1, { outcome: 'PENDING' });
    for (let attempt = 2; attempt < 12; attempt += 1) {
      await pass(500, () => expect(memory.requested.at(-1)).toMatchObject({ attempt }));
      await post(id, attempt, { outcome: 'PENDING' });
    }
    await post(id, 11, { outcome: 'ISSUED', policyNumber: 'P-1' });
    const sent = memory.requested.length;
    await pass(MINUTE, () => expect(memory.clock.now().getTime()).toBeGreaterThan(Date.parse('2026-11-24T10:00:00Z')));
    expect([memory.requested.length, (await memory.read(id)).status]).toEqual([sent, 'ISSUED']);
  });

  it('takes up what another process, or a crash, has left', async () => {
    const { id } = await memory.submitted();
    await post(id, 1, unknown);
    memory.clock.advance(10 * MINUTE);
    follower.start();
    await eventually(() => expect(memory.requested).toMatchObject([{ attempt: 2 }]));
  });

  it('sends one message for each attempt, though two replicas follow', async () => {
    const other = follow();
    const { id } = await memory.submitted();
    follower.start();
    other.start();
    await post(id, 1, unknown);
    await pass(100, () => expect(memory.requested.length).toBeGreaterThan(0));
    await pass(100, () => expect(memory.clock.now().getTime()).toBeGreaterThan(Date.parse('2026-11-23T10:01:00Z')));
    expect(memory.requested.map(({ attempt }) => attempt)).toEqual([2]);
    await other.stop();
  });

  it('lets prices expire that nobody has accepted', async () => {
    const { id } = await memory.submitted();
    follower.start();
    const error = canonicalErrorOf({ category: 'PRICE_CHANGED', retryable: false });
    await post(id, 1, { outcome: 'REFUSED', newTotalMinor: 1_788_161, error });
    await pass(10 * MINUTE, () => expect(memory.changes.at(-1)).toMatchObject({ id, status: 'EXPIRED' }));
    expect(memory.told).toContain('operator-alerts policy.issuance-failed.v1');
  });

  describe('when many are due at once', () => {
    const many = async (count: number) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const { id } = await memory.submitted();
        await post(id, 1, unknown);
        ids.push(id);
      }
      memory.clock.advance(10_000);
      return ids;
    };
    /** The desk, with something that happens before each change. */
    const deskThat = (before: (id: string) => Promise<void>): Pick<ApplicationDesk, 'change'> => ({
      async change(...args: Parameters<ApplicationDesk['change']>) {
        await before(args[0]);
        return memory.desk.change(...args) as never;
      },
    });
    const asked = () => new Set(memory.requested.map(({ applicationId }) => applicationId));

    it('sees to all of them, a few at a time, so that customers are served meanwhile', async () => {
      const ids = await many(130);
      let [atOnce, most] = [0, 0];
      const desk = deskThat(async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await setImmediate();
        atOnce -= 1;
      });
      follower = new ApplicationFollower({ ...memory, desk, random: () => 0, logger });
      follower.start();
      await eventually(() => expect(asked()).toEqual(new Set(ids)));
      expect(most).toBeLessThanOrEqual(4);
    });

    it('lets none that cannot be seen to stand in the way of others, and tries those after a pause', async () => {
      const ids = await many(130);
      const broken = new Set(ids.slice(0, 120));
      let failures = 0;
      const desk = deskThat(async (id) => {
        await setImmediate();
        if (!broken.has(id)) return;
        failures += 1;
        throw new Error('cannot be opened');
      });
      follower = new ApplicationFollower({ ...memory, desk, random: () => 0, logger });
      follower.start();
      await eventually(() => expect(asked()).toEqual(new Set(ids.slice(120))), { pause: () => setImmediate() });
      await eventually(() => expect(memory.clock.sleeping).toBe(1), { pause: () => setImmediate() });
      expect(failures).toBe(120);
      broken.clear();
      await pass(1_000, () => expect(asked()).toEqual(new Set(ids)));
    });
  });

  it('does not overlook what falls due between two questions', async () => {
    const { id } = await memory.submitted();
    await post(id, 1, unknown);
    const due = memory.store.due.bind(memory.store);
    const store = Object.assign(Object.create(memory.store), {
      async due(...args: Parameters<typeof due>) {
        const found = await due(...args);
        if (found.length === 0) memory.clock.advance(4_000);
        return found;
      },
    });
    follower = new ApplicationFollower({ ...memory, store, random: () => 0, logger });
    follower.start();
    await eventually(() => expect(memory.requested).toMatchObject([{ attempt: 2 }]), { pause: () => setImmediate() });
  });

  it('goes on when the store was away', async () => {
    const { id } = await memory.submitted();
    await post(id, 1, unknown);
    let isAway = true;
    const due = memory.store.due.bind(memory.store);
    const store = Object.assign(Object.create(memory.store), {
      due: async (limit: number) => {
        if (isAway) throw new Error('away');
        return due(limit);
      },
    });
    follower = new ApplicationFollower({ desk: memory.desk, store, clock: memory.clock, random: () => 0, logger });
    follower.start();
    await pass(1_000, () => expect(memory.clock.now().getTime()).toBeGreaterThan(Date.parse('2026-11-23T10:00:30Z')));
    expect(memory.requested).toEqual([]);
    isAway = false;
    await pass(1_000, () => expect(memory.requested).toMatchObject([{ attempt: 2 }]));
  });
});
