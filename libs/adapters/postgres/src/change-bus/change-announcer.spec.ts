import type { QuoteChanged } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChangeAnnouncer } from './change-announcer.js';
import { ANYTHING_CHANGED, changesIn } from './change-payloads.js';

const CAPACITY = 100;

const change = (at: number, rest: Partial<QuoteChanged> = {}): QuoteChanged => ({
  id: `01940000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  version: 2,
  withdrawn: false,
  ...rest,
});

describe('an announcer of changes', () => {
  let clock: ManualClock;
  let sent: (readonly string[])[];
  let errors: unknown[];
  let outcome: () => Promise<void>;
  let announcer: ChangeAnnouncer;

  beforeEach(() => {
    clock = new ManualClock();
    sent = [];
    errors = [];
    outcome = async () => undefined;
    announcer = new ChangeAnnouncer({
      send: async (payloads) => {
        await outcome();
        sent.push(payloads);
      },
      clock,
      random: () => 0.5,
      onError: (error) => errors.push(error),
      capacity: CAPACITY,
    });
  });

  const away = async () => {
    throw new Error('away');
  };
  const sentChanges = () => sent.flat().flatMap((payload) => changesIn(payload) ?? []);
  /** Lets time pass until the probe holds. */
  const soon = (probe: () => void) => eventually(probe, { pause: async () => clock.advance(1_000) });

  it('sends what came within a moment in one go', async () => {
    const changes = Array.from({ length: 50 }, (_, at) => change(at));
    for (const each of changes) announcer.announce(each);
    expect(sent).toEqual([]);
    await soon(() => expect(sent).toHaveLength(1));
    expect(sentChanges()).toEqual(changes);
  });

  it('sends the next batch when the last one has arrived, with all that came meanwhile', async () => {
    let arrive = (): void => undefined;
    outcome = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    announcer.announce(change(1));
    await soon(() => expect(clock.sleeping).toBe(0));
    announcer.announce(change(2));
    announcer.announce(change(3));
    arrive();
    await eventually(() => expect(sent).toHaveLength(1));
    await eventually(() => {
      arrive();
      expect(sent).toHaveLength(2);
    });
    expect(sent.map((payloads) => payloads.flatMap((payload) => changesIn(payload) ?? []))).toEqual([
      [change(1)],
      [change(2), change(3)],
    ]);
  });

  it('starts anew after it had nothing to do', async () => {
    for (const at of [1, 2, 3]) {
      announcer.announce(change(at));
      await soon(() => expect(sent).toHaveLength(at));
    }
  });

  it('tells of the newest version of a request, and never forgets a withdrawal', async () => {
    announcer.announce(change(1, { version: 7, withdrawn: true }));
    announcer.announce(change(1, { version: 9 }));
    announcer.announce(change(1, { version: 8 }));
    await soon(() => expect(sentChanges()).toEqual([change(1, { version: 9, withdrawn: true })]));
  });

  it('tries again until it is sent, and says once that it failed', async () => {
    outcome = away;
    announcer.announce(change(1));
    await soon(() => expect(errors).toHaveLength(1));
    for (let n = 0; n < 5; n += 1) await soon(() => expect(clock.sleeping).toBe(1));
    announcer.announce(change(1, { version: 3 }));
    announcer.announce(change(2));
    outcome = async () => undefined;
    await soon(() => expect(sentChanges()).toEqual([change(1, { version: 3 }), change(2)]));
    expect(errors).toHaveLength(1);
  });

  it('keeps a bounded number, counts what it drops, and says then that anything may have changed', async () => {
    outcome = away;
    for (let at = 0; at < CAPACITY + 7; at += 1) announcer.announce(change(at));
    announcer.announce(change(0, { version: 3 }));
    await soon(() => expect(errors).toHaveLength(1));
    expect(announcer.dropped).toBe(7);
    outcome = async () => undefined;
    await soon(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.[0]).toBe(ANYTHING_CHANGED);
    expect(sentChanges()).toHaveLength(CAPACITY);
    announcer.announce(change(1));
    await soon(() => expect(sent).toHaveLength(2));
    expect(sent[1]).not.toContain(ANYTHING_CHANGED);
  });

  it('sends what there is before it closes, and takes nothing after that', async () => {
    announcer.announce(change(1));
    await announcer.close();
    expect(sentChanges()).toEqual([change(1)]);
    announcer.announce(change(2));
    await announcer.close();
    expect(sentChanges()).toEqual([change(1)]);
    expect(clock.sleeping).toBe(0);
  });

  it('closes though nothing can be sent', async () => {
    outcome = away;
    announcer.announce(change(1));
    await soon(() => expect(errors).toHaveLength(1));
    await announcer.close();
    expect(sent).toEqual([]);
    expect(clock.sleeping).toBe(0);
  });
});
