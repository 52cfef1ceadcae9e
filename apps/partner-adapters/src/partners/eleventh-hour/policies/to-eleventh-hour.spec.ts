import { describe, expect, it } from '@jest/globals';
import { HEALTH_ORDER, PRINTED_ORDER, TERM_ORDER, withKeys } from '../testing/worked-policies.js';
import { toEleventhHour } from './to-eleventh-hour.js';

type Details = typeof HEALTH_ORDER.details;

const asked = (changes: Partial<Details> = {}) =>
  toEleventhHour({ ...withKeys(HEALTH_ORDER), details: { ...HEALTH_ORDER.details, ...changes } });

describe('an order in the words of Eleventh Hour', () => {
  it('is, byte for byte, what the partner prints', () => {
    expect(JSON.stringify(asked())).toBe(PRINTED_ORDER);
  });

  it('says the first instalment twice where there are instalments, never the total of the year', () => {
    expect(toEleventhHour(withKeys(TERM_ORDER))).toMatchObject({ total: '1105.38', payment: { amount: '1105.38' } });
  });

  it.each([
    [1, '0.01'],
    [1_500_000, '15000.00'],
    [1_518_610, '15186.10'],
    [10_000_000_005, '100000000.05'],
  ])('writes %p paise as %s', (amountMinor, text) => {
    const { total, payment } = asked({ payment: { ...HEALTH_ORDER.details.payment, amountMinor } });
    expect([total, payment.amount]).toEqual([text, text]);
  });

  it.each([
    ['2026-11-23T18:29:59Z', '2026-11-23T23:59:59+05:30'],
    ['2026-11-23T18:30:00Z', '2026-11-24T00:00:00+05:30'],
    ['2026-11-23T10:15:00.250Z', '2026-11-23T15:45:00.250+05:30'],
    ['2026-11-23T15:45:00+05:30', '2026-11-23T15:45:00+05:30'],
  ])('tells %s as clocks in India do, %s', (capturedAt, receivedAt) => {
    expect(asked({ payment: { ...HEALTH_ORDER.details.payment, capturedAt } }).payment.receivedAt).toBe(receivedAt);
  });

  it.each([null, undefined])('names nobody when there is no nominee (%p)', (nominee) => {
    const { proposer } = HEALTH_ORDER.details;
    expect(asked({ proposer: { ...proposer, nominee } }).holder.nominee).toBeNull();
  });
});
