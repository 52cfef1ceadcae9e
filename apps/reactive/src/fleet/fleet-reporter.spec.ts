import type { PartnerStates } from '@app/contracts';
import { createLogger } from '@app/platform';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CountedCalls, FleetInMemory } from '../testing/fleet-in-memory.js';
import { FleetReporter } from './fleet-reporter.js';
import { ReportsNotTakenError } from './fleet-reports.js';
import { FleetStates } from './fleet-states.js';

const acmeIsOffline: PartnerStates = {
  partners: [{ partner: 'acme-general', state: 'OFFLINE', forced: false, until: null }],
};
const away = () => Promise.reject(new Error('nobody listens'));
const otherService = () => Promise.reject(new ReportsNotTakenError('status 404'));

describe('a replica that reports to its fleet', () => {
  let clock: ManualClock;
  let fleet: FleetInMemory;
  let observed: CountedCalls;
  let states: FleetStates;
  let reporter: FleetReporter;
  let log: string[];
  let random: number;

  beforeEach(() => {
    [clock, fleet, observed] = [new ManualClock(), new FleetInMemory(), new CountedCalls()];
    states = new FleetStates(clock);
    log = [];
    random = 0.5;
    reporter = new FleetReporter({
      replicaId: 'replica-1',
      service: 'reactive/motor',
      reports: fleet,
      observed,
      states,
      clock,
      random: () => random,
      logger: createLogger('test', 'info', { write: (line) => log.push(line) }),
    });
  });

  afterEach(() => reporter.stop());

  const callsReported = () => fleet.reports.map(({ observations: [first] }) => first?.calls);
  const isWaiting = () => eventually(() => expect(clock.sleeping).toBe(1));

  /** Starts, and waits for the end of the first turn. */
  async function start(): Promise<void> {
    reporter.start();
    await isWaiting();
  }

  async function nextTurn(ms = 2_000): Promise<void> {
    const before = fleet.reports.length;
    clock.advance(ms);
    await eventually(() => expect(fleet.reports.length).toBe(before + 1));
    await isWaiting();
  }

  it('says who it is and what it saw, and since when', async () => {
    observed.count(3);
    clock.advance(700);
    await start();
    observed.count(4);
    await nextTurn();
    expect(fleet.reports.map(({ intervalMs }) => intervalMs)).toEqual([700, 2_000]);
    expect(callsReported()).toEqual([3, 4]);
    expect(fleet.reports[0]).toMatchObject({ replicaId: 'replica-1', service: 'reactive/motor' });
  });

  it.each([
    [0, 1_600],
    [0.75, 2_200],
  ])('waits about two seconds between reports: with a random number of %d it is %i ms', async (number, waitMs) => {
    random = number;
    await start();
    clock.advance(waitMs - 1);
    expect(clock.sleeping).toBe(1);
    clock.advance(1);
    await eventually(() => expect(fleet.reports).toHaveLength(2));
  });

  it('learns who is offline from the answer', async () => {
    fleet.answer = async () => acmeIsOffline;
    await start();
    expect(states.isOffline('acme-general')).toBe(true);
  });

  it.each([
    ['is away', away],
    ['is somebody else’s', otherService],
  ])('tells the next time what it could not tell while the business service %s', async (_, answer) => {
    fleet.answer = answer;
    observed.count(3);
    await start();
    observed.count(4);
    fleet.answer = async () => acmeIsOffline;
    await nextTurn();
    expect(callsReported()).toEqual([3, 7]);
    expect(fleet.reports[1]?.intervalMs).toBe(2_000);
    expect(states.isOffline('acme-general')).toBe(true);
  });

  it('does not tell after a minute what nobody heard', async () => {
    fleet.answer = away;
    observed.count(3);
    await start();
    await nextTurn(60_001);
    observed.count(4);
    fleet.answer = async () => acmeIsOffline;
    await nextTurn();
    expect(callsReported()).toEqual([3, 3, 4]);
    expect(fleet.reports[2]?.intervalMs).toBe(2_000);
  });

  it('keeps what it knew for ten seconds without an answer, and then calls everybody', async () => {
    fleet.answer = async () => acmeIsOffline;
    await start();
    fleet.answer = away;
    for (let n = 0; n < 5; n += 1) await nextTurn();
    expect(states.isOffline('acme-general')).toBe(true);
    await nextTurn();
    expect(states.isOffline('acme-general')).toBe(false);
  });

  it('warns once when the fleet has been silent for ten seconds, and says when it is heard again', async () => {
    fleet.answer = away;
    await start();
    for (let turns = 0; turns < 10; turns += 1) await nextTurn();
    expect(log).toHaveLength(1);
    fleet.answer = async () => acmeIsOffline;
    await nextTurn();
    expect(log.map((line) => JSON.parse(line).msg)).toEqual([
      'reports are not taken: own breakers alone count',
      'the fleet is heard again',
    ]);
  });

  it('says nothing of a silence that is short, as while the business service starts', async () => {
    fleet.answer = away;
    await start();
    await nextTurn();
    fleet.answer = async () => acmeIsOffline;
    await nextTurn();
    expect(log).toEqual([]);
  });

  it('says nothing when nobody is there to take reports', async () => {
    fleet.answer = otherService;
    await start();
    for (let turns = 0; turns < 10; turns += 1) await nextTurn();
    expect(log).toEqual([]);
  });

  it('has one report under way at a time, however long it takes', async () => {
    const slow = Promise.withResolvers<PartnerStates>();
    fleet.answer = () => slow.promise;
    reporter.start();
    clock.advance(10_000);
    await eventually(() => expect(fleet.reports).toHaveLength(1));
    expect(clock.sleeping).toBe(0);
    slow.resolve(acmeIsOffline);
    await isWaiting();
    expect(fleet.reports).toHaveLength(1);
  });

  it('reports no more once it is stopped, and leaves nothing behind', async () => {
    await start();
    await reporter.stop();
    clock.advance(10_000);
    expect(clock.sleeping).toBe(0);
    expect(fleet.reports).toHaveLength(1);
  });

  it('reports on demand, but not again within two seconds', async () => {
    await reporter.reportIfDue();
    clock.advance(1_999);
    await reporter.reportIfDue();
    expect(fleet.reports).toHaveLength(1);
    clock.advance(1);
    await reporter.reportIfDue();
    expect(fleet.reports).toHaveLength(2);
  });
});
