import { describe, expect, it } from '@jest/globals';
import { MOTOR_ORDER, MOTOR_QUESTION, TERM_ORDER, TERM_QUESTION } from '../testing/worked-policies.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';

const { details } = MOTOR_ORDER;

describe('an order in the words of Cogwheel Direct', () => {
  it.each([
    ['a vehicle, as printed', MOTOR_ORDER, MOTOR_QUESTION],
    ['a life', TERM_ORDER, TERM_QUESTION],
  ])('is for %s, byte for byte', (_what, order, question) => {
    expect(JSON.stringify(toCogwheelDirect(order))).toBe(question);
  });

  it('has no vehicle for a life, whatever came along', () => {
    const { asset } = details;
    const question = toCogwheelDirect({ ...TERM_ORDER, details: { ...TERM_ORDER.details, asset } });
    expect(JSON.stringify(question)).toBe(TERM_QUESTION);
  });

  it('has rupees to the paisa as JSON numbers', () => {
    const payment = { ...details.payment, amountMinor: 999_999_999_999_901 };
    const text = JSON.stringify(
      toCogwheelDirect({ ...MOTOR_ORDER, acceptedTotalMinor: 1_704_407, details: { ...details, payment } }),
    );
    expect(text).toContain('"premium":17044.07,');
    expect(text).toContain('"amt":9999999999999.01,');
  });

  it.each([
    ['2026-11-23T18:29:59.999Z', '23/11/2026 23:59'],
    ['2026-11-23T18:30:00Z', '24/11/2026 00:00'],
    ['2026-12-31T20:00:00Z', '01/01/2027 01:30'],
  ])('was paid for at %s when clocks in India show %s', (capturedAt, paidOn) => {
    const payment = { ...details.payment, capturedAt };
    const question = toCogwheelDirect({ ...MOTOR_ORDER, details: { ...details, payment } });
    expect(question.payment.paid_on).toBe(paidOn);
  });
});
