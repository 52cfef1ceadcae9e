import type { PartnerStates } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FleetStates } from './fleet-states.js';

type State = PartnerStates['partners'][number];

const offline: State = { partner: 'acme-general', state: 'OFFLINE', forced: false, until: null };

describe('what a replica knows of the fleet', () => {
  let clock: ManualClock;
  let states: FleetStates;

  beforeEach(() => {
    clock = new ManualClock();
    states = new FleetStates(clock);
  });

  const learn = (...partners: State[]) => states.learn({ partners });

  it('is nothing at first: everybody may be called', () => {
    expect(states.isOffline('acme-general')).toBe(false);
    expect(states.snapshot()).toEqual({ heardAt: null, partners: [] });
  });

  it.each([
    ['OFFLINE', true],
    ['PROBING', false],
    ['ONLINE', false],
  ] as const)('calls a partner that is %s offline: %s', (state, expected) => {
    learn({ ...offline, state });
    expect(states.isOffline('acme-general')).toBe(expected);
    expect(states.isOffline('babbage-lovelace')).toBe(false);
  });

  it('keeps a partner offline until its time, and not longer', () => {
    learn({ ...offline, until: new Date(clock.now().getTime() + 5_000).toISOString() });
    clock.advance(4_999);
    expect(states.isOffline('acme-general')).toBe(true);
    clock.advance(1);
    expect(states.isOffline('acme-general')).toBe(false);
  });

  it('holds for ten seconds after it was heard, even if an operator forced it', () => {
    learn({ ...offline, forced: true });
    clock.advance(10_000);
    expect(states.isOffline('acme-general')).toBe(true);
    clock.advance(1);
    expect(states.isOffline('acme-general')).toBe(false);
    learn(offline);
    expect(states.isOffline('acme-general')).toBe(true);
  });

  it('is what was heard last: a partner that is not named any more is online', () => {
    learn(offline);
    learn();
    expect(states.isOffline('acme-general')).toBe(false);
    learn(offline);
    expect(states.snapshot()).toEqual({ heardAt: clock.now().toISOString(), partners: [offline] });
  });
});
