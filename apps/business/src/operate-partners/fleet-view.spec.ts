import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FleetView } from './fleet-view.js';
import { after, conditionOf, forcedOf, NOON, PARTNER } from './testing/partner-calls.js';

describe('what a replica knows of the partners', () => {
  let clock: ManualClock;
  let view: FleetView;
  beforeEach(() => {
    clock = new ManualClock(NOON.toISOString());
    view = new FleetView(clock);
  });
  const isAsked = () => view.admits(PARTNER);

  it('is that everybody is online, as long as nothing else was heard', () => {
    expect(isAsked()).toBe(true);
    view.refresh([]);
    expect(isAsked()).toBe(true);
    expect(view.states()).toEqual([]);
  });

  it('turns away an offline partner, whoever has taken it offline', () => {
    view.refresh([
      conditionOf({ state: 'OFFLINE' }),
      conditionOf({ partner: 'fizzbuzz', forced: forcedOf('OFFLINE') }),
    ]);
    expect([isAsked(), view.admits('fizzbuzz'), view.admits('dak-bungalow')]).toEqual([false, false, true]);
    expect(view.states()).toEqual([
      { partner: PARTNER, state: 'OFFLINE', forced: false, until: null },
      { partner: 'fizzbuzz', state: 'OFFLINE', forced: true, until: null },
    ]);
  });

  it('lets one request a second try a partner that is probed', () => {
    view.refresh([conditionOf({ state: 'PROBING' })]);
    expect([isAsked(), isAsked()]).toEqual([true, false]);
    clock.advance(999);
    expect(isAsked()).toBe(false);
    clock.advance(1);
    expect([isAsked(), isAsked()]).toEqual([true, false]);
  });

  it('follows an operator until the time set, then lets it be asked', () => {
    view.refresh([conditionOf({ state: 'OFFLINE', forced: forcedOf('ONLINE', after(5_000)) })]);
    expect(isAsked()).toBe(true);
    const until = after(5_000).toISOString();
    expect(view.states()).toEqual([{ partner: PARTNER, state: 'ONLINE', forced: true, until }]);
    view.learn(conditionOf({ version: 5, forced: forcedOf('OFFLINE', after(5_000)) }));
    clock.advance(4_999);
    expect(isAsked()).toBe(false);
    clock.advance(1);
    expect(isAsked()).toBe(true);
    expect(view.states()).toEqual([]);
  });

  it('does not fall back behind a change of its own when an older look at the store comes later', () => {
    view.refresh([conditionOf({ version: 4 })]);
    view.learn(conditionOf({ version: 5, state: 'OFFLINE' }));
    view.refresh([conditionOf({ version: 4 })]);
    expect(isAsked()).toBe(false);
  });

  it('is believed for a minute while the store is away; then everybody is online', () => {
    view.refresh([conditionOf({ state: 'OFFLINE' })]);
    clock.advance(60_000);
    expect(isAsked()).toBe(false);
    clock.advance(1);
    expect(isAsked()).toBe(true);
    expect(view.states()).toEqual([]);
    view.refresh([]);
    expect(isAsked()).toBe(false);
  });
});
