import { describe, expect, it } from '@jest/globals';
import { refundOf } from './application.js';
import { acceptPrice, applicationAtTime } from './change-application.js';
import { after, applied, errorOf, HOUR, POLICY, recorded, START } from './testing/applied.js';

describe('a price that changed', () => {
  const changed = (rest: Parameters<typeof applied>[0] = {}, newTotalMinor = 1_788_161) =>
    recorded(applied(rest), { outcome: 'REFUSED', newTotalMinor, error: errorOf('PRICE_CHANGED') });

  it('waits for the customer for a day, or until the offer ends', () => {
    expect(changed()).toMatchObject({
      status: 'PRICE_CHANGED',
      priceChange: {
        previousTotalMinor: 1_738_161,
        newTotalMinor: 1_788_161,
        decideBy: after(24 * HOUR + 1_000).toISOString(),
      },
    });
    const soon = after(HOUR).toISOString();
    expect(changed({ offerValidUntil: soon }).priceChange?.decideBy).toBe(soon);
  });

  it('expires when nobody accepts it in time, and what was paid goes back', () => {
    const waiting = changed();
    expect(applicationAtTime(waiting, after(24 * HOUR))).toBe(waiting);
    const expired = applicationAtTime(waiting, after(25 * HOUR));
    expect(expired).toMatchObject({ status: 'EXPIRED', statusSince: waiting.priceChange?.decideBy, priceChange: null });
    expect(refundOf(expired)).toMatchObject({ amountMinor: 1_738_161, status: 'DUE' });
  });

  it('goes on when it is accepted and paid as a whole: the first payment goes back', () => {
    const said = { acceptedTotalMinor: 1_788_161, amountMinor: 1_788_161, currency: 'INR' };
    const accepted = acceptPrice(changed(), said, after(9_000));
    expect(accepted).toMatchObject({
      ok: true,
      value: {
        status: 'SUBMITTED',
        attempt: 2,
        acceptances: 1,
        isKeySpent: false,
        totalMinor: 1_788_161,
        priceChange: null,
      },
    });
    if (!accepted.ok) return;
    expect(refundOf(accepted.value)).toEqual({ amountMinor: 1_738_161, currency: 'INR', status: 'DUE' });
    const issued = recorded(accepted.value, { ...POLICY, attempt: 2 });
    expect(refundOf(issued)).toEqual({ amountMinor: 1_738_161, currency: 'INR', status: 'DUE' });
  });

  it('falls on the first instalment where it is paid in instalments', () => {
    const application = changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_376_456);
    expect(application.priceChange).toMatchObject({ newTotalMinor: 1_376_456, newDueMinor: 160_538 });
    const wrong = acceptPrice(
      application,
      { acceptedTotalMinor: 1_376_456, amountMinor: 110_538, currency: 'INR' },
      START,
    );
    expect(wrong).toEqual({ ok: false, error: 'PAYMENT_MISMATCH' });
  });

  it('cannot be paid when the first instalment would be nothing or less: then somebody has to look at it', () => {
    const application = changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_215_918);
    expect(application).toMatchObject({ status: 'NEEDS_ATTENTION', priceChange: null });
    expect(changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_215_919)).toMatchObject({
      status: 'PRICE_CHANGED',
      priceChange: { newDueMinor: 1 },
    });
  });

  it('waits until the earlier of the two, however the partner writes its instant', () => {
    expect(changed({ offerValidUntil: '2026-11-24T10:00Z' }).priceChange?.decideBy).toBe('2026-11-24T10:00:00.000Z');
    expect(changed({ offerValidUntil: '2026-11-24T10:00:01Z' }).priceChange?.decideBy).toBe('2026-11-24T10:00:01.000Z');
  });

  it('is refused for another total, and when nothing is to be accepted', () => {
    const said = { acceptedTotalMinor: 1, amountMinor: 1_788_161, currency: 'INR' };
    expect(acceptPrice(changed(), said, START)).toEqual({ ok: false, error: 'PRICE_CHANGED' });
    expect(acceptPrice(applied(), said, START)).toEqual({ ok: false, error: 'NOT_AWAITING_ACCEPTANCE' });
  });

  it('needs attention when the partner does not say what it costs now', () => {
    expect(recorded(applied(), { outcome: 'REFUSED', error: errorOf('PRICE_CHANGED') }).status).toBe('NEEDS_ATTENTION');
  });
});
