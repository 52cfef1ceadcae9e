import { createLogger } from '@app/platform';
import { StoreUnavailableError } from '@app/ports';
import { eventually, InMemoryFleet, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FleetView } from '../fleet-view.js';
import { conditionOf, forcedOf, PARTNER, reportOf } from '../testing/partner-calls.js';
import { Supervisor } from './supervisor.js';

const logger = createLogger('supervisor', 'silent');

describe('the supervisor', () => {
  let clock: ManualClock;
  let fleet: InMemoryFleet;
  let replicas: { readonly supervisor: Supervisor; readonly view: FleetView }[];
  beforeEach(() => {
    clock = new ManualClock();
    fleet = new InMemoryFleet(clock);
    replicas = [];
  });
  afterEach(async () => {
    for (const { supervisor } of replicas) await supervisor.stop();
  });

  function startReplica(replicaId: string, store = fleet) {
    const view = new FleetView(clock);
    const parts = { partners: [PARTNER, 'fizzbuzz'], store, counts: store, view, replicaId, clock };
    const supervisor = new Supervisor({ ...parts, random: () => 0, logger });
    replicas.push({ supervisor, view });
    supervisor.start();
    return { supervisor, view };
  }

  /** Until every replica sleeps again. */
  const asleep = () => eventually(() => expect(clock.sleeping).toBe(replicas.length), { pause: async () => undefined });
  async function pass(ms: number): Promise<void> {
    await asleep();
    clock.advance(ms);
    await asleep();
  }
  const stateNow = async () => (await fleet.conditions()).find(({ partner }) => partner === PARTNER)?.state;
  const sick = () => fleet.report(reportOf('one', 20, { failures: { TIMEOUT: 20 } }));
  const well = (calls = 3) => fleet.report(reportOf('one', calls));

  async function takenOffline() {
    await asleep();
    await pass(2_000);
    await sick();
    await pass(2_000);
    expect(await stateNow()).toBe('OFFLINE');
  }

  it('takes an ill partner offline for every replica, probes it, and brings it back', async () => {
    const [one, two] = [startReplica('one'), startReplica('two')];
    await takenOffline();
    await pass(2_000);
    expect([one, two].map(({ view }) => view.admits(PARTNER))).toEqual([false, false]);
    expect([one, two].map(({ view }) => view.admits('fizzbuzz'))).toEqual([true, true]);
    for (let second = 0; second < 8; second += 1) await pass(1_000);
    expect(await stateNow()).toBe('PROBING');
    await pass(2_500);
    await well();
    await pass(500);
    expect(await stateNow()).toBe('ONLINE');
    await pass(2_000);
    expect([one, two].map(({ view }) => view.admits(PARTNER))).toEqual([true, true]);
    const entries = await fleet.entries(10);
    expect(entries.map(({ actor, details }) => [actor, details.from, details.to])).toEqual([
      ['supervisor', 'PROBING', 'ONLINE'],
      ['supervisor', 'OFFLINE', 'PROBING'],
      ['supervisor', 'ONLINE', 'OFFLINE'],
    ]);
  });

  it('does not hold against a partner that is back what it failed before', async () => {
    startReplica('one');
    await takenOffline();
    for (let second = 0; second < 10; second += 1) await pass(1_000);
    expect(await stateNow()).toBe('PROBING');
    await well();
    await pass(500);
    for (let second = 0; second < 30; second += 1) {
      await well(1);
      await pass(1_000);
    }
    expect(await stateNow()).toBe('ONLINE');
  });

  it('is one replica at a time; when that one is killed another goes on once its lease has ended', async () => {
    const { supervisor } = startReplica('one');
    await asleep();
    startReplica('two');
    await asleep();
    // Killed: it asks for nothing any more, and gives nothing back.
    fleet.release = async () => undefined;
    await supervisor.stop();
    replicas.shift();
    await pass(2_000);
    await sick();
    await pass(2_000);
    expect(await stateNow()).toBeUndefined();
    await pass(2_000);
    expect(await stateNow()).toBe('OFFLINE');
  });

  it('leaves its lease to another when it stops', async () => {
    const { supervisor } = startReplica('one');
    await asleep();
    await supervisor.stop();
    replicas.shift();
    expect(await fleet.lease('two', 1_000)).toBe(true);
  });

  it('changes nothing that an operator has set, and goes on when its time is over', async () => {
    const until = new Date(clock.now().getTime() + 7_000);
    const entry = { actor: 'operators', action: 'PARTNER_STATE_SET', subject: PARTNER, reason: 'maintenance' };
    const condition = conditionOf({ version: 1, forced: forcedOf('ONLINE', until) });
    await fleet.change(condition, { ...entry, at: clock.now(), details: {} });
    const { view } = startReplica('one');
    await pass(2_000);
    await sick();
    await pass(4_000);
    expect(await fleet.conditions()).toEqual([condition]);
    await pass(2_000);
    expect(await fleet.conditions()).toMatchObject([{ version: 2, state: 'ONLINE', forced: null }]);
    expect(view.admits(PARTNER)).toBe(true);
    await pass(2_000);
    await sick();
    await pass(2_000);
    expect(await stateNow()).toBe('OFFLINE');
  });

  it('does not undo what somebody else has changed in the meantime', async () => {
    startReplica('one');
    await pass(2_000);
    await sick();
    const counts = fleet.since.bind(fleet);
    const forced = conditionOf({ version: 1, forced: forcedOf('ONLINE') });
    fleet.since = async (partners) => {
      const entry = { actor: 'operators', action: 'PARTNER_STATE_SET', subject: PARTNER, reason: 'maintenance' };
      await fleet.change(forced, { ...entry, at: clock.now(), details: {} });
      return counts(partners);
    };
    await pass(2_000);
    await pass(2_000);
    expect(await fleet.conditions()).toEqual([forced]);
  });

  it('keeps what it knows while the store is away, and goes on when it is back', async () => {
    const { view } = startReplica('one');
    await takenOffline();
    const conditions = fleet.conditions.bind(fleet);
    fleet.conditions = () => Promise.reject(new StoreUnavailableError('PostgreSQL'));
    for (let second = 0; second < 20; second += 1) await pass(1_000);
    expect(view.admits(PARTNER)).toBe(false);
    fleet.conditions = conditions;
    await pass(2_000);
    expect(await stateNow()).toBe('PROBING');
    expect(view.admits(PARTNER)).toBe(true);
  });

  it('forgets what was reported more than ten minutes ago', async () => {
    startReplica('one');
    await well();
    await pass(2_000);
    for (let minute = 0; minute < 12; minute += 1) await pass(60_000);
    expect(await fleet.since([{ partner: PARTNER, since: new Date(0) }])).toEqual([]);
    expect(await fleet.breakers(new Date(0))).toEqual([]);
  });
});
