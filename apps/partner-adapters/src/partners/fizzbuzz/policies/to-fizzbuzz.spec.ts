import { describe, expect, it } from '@jest/globals';
import { CAR_ORDER, printedParams, TRIP_ORDER, withKeys } from '../testing/worked-policies.js';
import { policyOf, toFizzbuzz } from './to-fizzbuzz.js';

describe('an order in the words of Fizzbuzz', () => {
  it('is, byte for byte, what the partner prints', () => {
    const order = withKeys(CAR_ORDER);
    expect(JSON.stringify(toFizzbuzz(order))).toBe(printedParams(order.key));
  });

  it('names no vehicle for a trip', () => {
    const params = toFizzbuzz(withKeys(TRIP_ORDER));
    expect(params).toMatchObject({ offerId: 'FZS-0009-GOLD', totalMinor: 82_600, payment: { amountMinor: 82_600 } });
    expect(params).not.toHaveProperty('asset');
  });

  it('says the price that was accepted and the amount that was paid, each as it is', () => {
    const order = withKeys({ ...CAR_ORDER, acceptedTotalMinor: 1_593_400 });
    expect(toFizzbuzz(order)).toMatchObject({ totalMinor: 1_593_400, payment: { amountMinor: 1_543_400 } });
  });

  it.each([
    ['2026-11-23T10:15:00.250Z', 1_795_428_900_250],
    ['2026-11-23T15:45:00+05:30', 1_795_428_900_000],
  ])('tells %s as %p', (capturedAt, atMs) => {
    const { details } = CAR_ORDER;
    const order = withKeys({ ...CAR_ORDER, details: { ...details, payment: { ...details.payment, capturedAt } } });
    expect(toFizzbuzz(order).payment.atMs).toBe(atMs);
  });

  it('asks for a policy by its offer', () => {
    expect(policyOf('FZS-0008-PLUS')).toEqual({ offerId: 'FZS-0008-PLUS' });
  });
});
