import { describe, expect, it } from '@jest/globals';
import { formBody } from '../form.js';
import { ISSUE_FORM, ORDER, PROPOSAL_FORM } from '../testing/worked-policies.js';
import { toIssue, toProposal } from './to-dak-bungalow.js';

const { details } = ORDER;
const { proposer } = details;

const withProposer = (changes: Partial<typeof proposer>) =>
  toProposal({ ...ORDER, details: { ...details, proposer: { ...proposer, ...changes } } });
const withAsset = (asset: typeof details.asset) => toProposal({ ...ORDER, details: { ...details, asset } });

describe('an order in the words of Dak Bungalow', () => {
  it('is a proposal and a payment, byte for byte', () => {
    const proposal = toProposal(ORDER);
    expect(proposal.ok && formBody(proposal.value)).toBe(PROPOSAL_FORM);
    expect(formBody(toIssue('DBP2611230004', ORDER))).toBe(ISSUE_FORM);
  });

  it('leaves empty what there is not', () => {
    expect(withProposer({ nominee: null })).toMatchObject({ value: { nom_name: '', nom_rel: '' } });
    expect(withAsset(null)).toMatchObject({ value: { eng_no: '', chs_no: '' } });
  });

  it('is written with what ISO-8859-1 has', () => {
    expect(withProposer({ fullName: 'Renée Üçgül' })).toMatchObject({ value: { own_name: 'Renée Üçgül' } });
  });

  it('is written with a typewriter’s quotes and dashes, and letters with their accents', () => {
    const line1 = '12 – 14 “Rose” Lane…';
    expect(
      withProposer({ fullName: 'Rene\u0301e O’Brien', address: { ...proposer.address, line1, city: 'Pune' } }),
    ).toMatchObject({ value: { own_name: "Renée O'Brien", own_addr: '12 - 14 "Rose" Lane..., Pune' } });
  });

  it.each([
    ['own_name', withProposer({ fullName: 'आशा राव' })],
    ['own_addr', withProposer({ address: { ...proposer.address, line1: '12 झील मार्ग' } })],
    ['own_addr', withProposer({ address: { ...proposer.address, city: 'पुणे' } })],
    ['nom_name', withProposer({ nominee: { fullName: 'रवि', relation: 'SPOUSE' } })],
    ['nom_rel', withProposer({ nominee: { fullName: 'Ravi', relation: 'पति' } })],
    // Its capital letter is one of another alphabet.
    ['nom_rel', withProposer({ nominee: { fullName: 'Ravi', relation: 'µ' } })],
    ['eng_no', withAsset({ engineNumber: 'ENG₹1', chassisNumber: 'MA1' })],
    ['chs_no', withAsset({ engineNumber: 'ENG1', chassisNumber: 'MA1\ud800' })],
    ['own_name, nom_name', withProposer({ fullName: '😀', nominee: { fullName: '😀', relation: 'SPOUSE' } })],
  ])('is not written when %s has what ISO-8859-1 has not', (names, proposal) => {
    const messageForOps = `cannot be written to the partner: ${names}`;
    expect(proposal).toMatchObject({ ok: false, error: { category: 'VALIDATION', messageForOps } });
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
