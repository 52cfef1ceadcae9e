import { describe, expect, it } from '@jest/globals';
import { formBody } from '../form.js';
import { ISSUE_FORM, ORDER, PROPOSAL_FORM } from '../testing/worked-policies.js';
import { toIssue, toProposal } from './to-dak-bungalow.js';

const { details } = ORDER;

describe('an order in the words of Dak Bungalow', () => {
  it('is a proposal and a payment, byte for byte', () => {
    expect(formBody(toProposal(ORDER))).toBe(PROPOSAL_FORM);
    expect(formBody(toIssue('DBP2611230004', ORDER))).toBe(ISSUE_FORM);
  });

  it('leaves empty what there is not', () => {
    const proposer = { ...details.proposer, nominee: null };
    expect(toProposal({ ...ORDER, details: { ...details, proposer } })).toMatchObject({ nom_name: '', nom_rel: '' });
    expect(toProposal({ ...ORDER, details: { ...details, asset: null } })).toMatchObject({ eng_no: '', chs_no: '' });
  });

  it.each([
    ['2026-11-23T18:29:59.999Z', '23-NOV-2026'],
    ['2026-11-23T18:30:00Z', '24-NOV-2026'],
    ['2026-12-31T20:00:00Z', '01-JAN-2027'],
  ])('was paid at %s on the day %s in India', (capturedAt, day) => {
    const payment = { ...details.payment, capturedAt };
    expect(toIssue('DBP1', { ...ORDER, details: { ...details, payment } }).pay_dt).toBe(day);
  });

  it.each([
    [12_345_600, '1,23,456.00'],
    [99_950, '999.50'],
    [1_234_567_800, '1,23,45,678.00'],
  ])('was paid with %p paise as %s', (amountMinor, amount) => {
    const payment = { ...details.payment, amountMinor };
    expect(toIssue('DBP1', { ...ORDER, details: { ...details, payment } }).pay_amt).toBe(amount);
  });
});
