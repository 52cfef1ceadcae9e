import { hangUp } from '@app/partner-kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { about, aboutQuote, ISSUE, IssuingDak, MAINTENANCE, PROPOSE, plain, STATUS } from '../testing/issuing-dak.js';
import {
  DOCUMENT_PATH,
  ISSUE_FORM,
  issued,
  NEW_FIGURES,
  ORDER,
  PROPOSAL_FORM,
  proposed,
  REVISED,
} from '../testing/worked-policies.js';

const PROPOSED = plain(proposed());
const NUMBER = 'DB/PVT/26/0000123';

const ISSUED = {
  outcome: 'ISSUED',
  policyNumber: NUMBER,
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ reference: DOCUMENT_PATH }],
};

describe('issuing at Dak Bungalow', () => {
  let dak: IssuingDak;

  beforeEach(async () => {
    dak = await IssuingDak.start();
  });
  afterEach(() => dak.stop());

  it('proposes, pays, and sends the same bytes when it is repeated', async () => {
    dak.answers = [PROPOSED, plain(issued()), PROPOSED, plain(issued('01|ALREADY ISSUED'))];
    expect(await dak.issue()).toMatchObject(ISSUED);
    expect(await dak.issue()).toMatchObject(ISSUED);
    expect(dak.asked).toEqual([PROPOSE, ISSUE, PROPOSE, ISSUE]);
    const forms = [PROPOSAL_FORM, ISSUE_FORM, PROPOSAL_FORM, ISSUE_FORM];
    expect(dak.partner.calls.map(({ body }) => body)).toEqual(forms);
  });

  describe('without a proposal', () => {
    it.each([
      ['a closed connection', hangUp, 'TIMEOUT'],
      ['a cut answer', plain(proposed().slice(0, 80)), 'PROTOCOL'],
      ['the proposal of another quote', plain(proposed().replace('DBQ2611230007', 'DBQ1')), 'PROTOCOL'],
      ['a code that nobody knows', aboutQuote('77|NO'), 'PROTOCOL'],
      ['a fatal error', aboutQuote('99|FATAL'), 'PARTNER_INTERNAL'],
      ['the maintenance page', MAINTENANCE, 'UNAVAILABLE'],
    ])('pays nothing, and has surely issued nothing, on %s', async (_what, answer, category) => {
      dak.answers = [answer];
      expect(await dak.issue()).toMatchObject({ outcome: 'FAILED', error: { category } });
      expect(dak.asked).toEqual([PROPOSE]);
    });

    it('pays nothing, and is refused for good, on an input error', async () => {
      dak.answers = [aboutQuote('30|INPUT ERROR', 'E|E01|own_name|ASHA RAO IS NO NAME')];
      expect(await dak.issue()).toMatchObject({
        outcome: 'REFUSED',
        error: { category: 'VALIDATION', messageForOps: 'answered 200 30 E01 own_name' },
      });
      expect(dak.asked).toEqual([PROPOSE]);
    });
  });

  it('refuses what it cannot be written before any call', async () => {
    const proposer = { ...ORDER.details.proposer, fullName: 'आशा राव' };
    const reply = await dak.issue({ ...ORDER, details: { ...ORDER.details, proposer } });
    expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'VALIDATION' } });
    expect(dak.asked).toEqual([]);
  });

  it.each([
    ['is about another proposal', plain(issued().replace('DBP', 'DBX')), 'UNKNOWN', 'PROTOCOL'],
    ['is one to another question', about('47|NOT ISSUED'), 'UNKNOWN', 'PROTOCOL'],
    ['is the maintenance page', MAINTENANCE, 'FAILED', 'UNAVAILABLE'],
  ])('knows not more than it can when the answer to its payment %s', async (_what, answer, outcome, category) => {
    dak.answers = [PROPOSED, answer];
    expect(await dak.issue()).toMatchObject({ outcome, error: { category } });
  });

  describe('at a price that has changed', () => {
    const revised = { outcome: 'REFUSED', error: { category: 'PRICE_CHANGED' }, newTotalMinor: 1_393_500 };
    const payment = { ...ORDER.details.payment, amountMinor: 1_393_500, reference: 'PAY-88f2' };
    const accepted = { ...ORDER, acceptedTotalMinor: 1_393_500, details: { ...ORDER.details, payment } };

    it('pays nothing when the proposal is dearer than what was accepted', async () => {
      dak.answers = [plain(proposed(NEW_FIGURES))];
      expect(await dak.issue()).toMatchObject(revised);
      expect(dak.asked).toEqual([PROPOSE]);
    });

    it('tells the total that D answers to the payment', async () => {
      dak.answers = [PROPOSED, plain(REVISED)];
      expect(await dak.issue()).toMatchObject(revised);
    });

    it.each([
      ['the old one', proposed()],
      ['the new one', proposed(NEW_FIGURES)],
    ])('pays the new total, once accepted, though the proposal shows %s', async (_what, proposal) => {
      dak.answers = [plain(proposal), plain(issued())];
      expect(await dak.issue(accepted)).toMatchObject(ISSUED);
      const form = 'pay_ref=PAY-88f2&pay_dt=23-NOV-2026&pay_amt=13%2C935.00';
      expect(dak.partner.calls.at(-1)?.body).toContain(form);
    });

    it('has the customer accept the proposed total when D takes no other', async () => {
      dak.answers = [PROPOSED, about('41|AMOUNT MISMATCH')];
      expect(await dak.issue(accepted)).toMatchObject({
        outcome: 'REFUSED',
        newTotalMinor: 1_343_500,
        error: { category: 'PRICE_CHANGED', partnerCode: '41' },
      });
    });

    it('is for operators when the new total is none', async () => {
      dak.answers = [PROPOSED, plain(REVISED.replace('13,935.00', '0.00'))];
      const reply = await dak.issue();
      expect(reply).toMatchObject({ outcome: 'REFUSED', error: { category: 'PROTOCOL', partnerCode: '44' } });
      expect(reply).not.toHaveProperty('newTotalMinor');
    });
  });

  describe('when our reference was used for something else', () => {
    const used = '43|PAY REF USED';

    it('adopts what the status shows of the proposal', async () => {
      dak.answers = [PROPOSED, about(used), plain(issued())];
      expect(await dak.issue()).toMatchObject(ISSUED);
      expect(dak.asked).toEqual([PROPOSE, ISSUE, STATUS]);
    });

    it('is somebody’s to look at when the status shows none', async () => {
      dak.answers = [PROPOSED, about(used), about('47|NOT ISSUED')];
      expect(await dak.issue()).toMatchObject({
        outcome: 'REFUSED',
        error: { category: 'PROTOCOL', partnerCode: '43' },
      });
    });
  });

  describe('when the proposal has its policy under another reference', () => {
    const otherwise = '46|ALREADY ISSUED UNDER OTHER REF';

    it('adopts it as the status shows it', async () => {
      dak.answers = [PROPOSED, about(otherwise, NUMBER), plain(issued())];
      expect(await dak.issue()).toMatchObject(ISSUED);
      expect(dak.asked).toEqual([PROPOSE, ISSUE, STATUS]);
    });

    it.each([
      ['is away', about('90|SYSTEM BUSY PLEASE RETRY')],
      ['says nothing', hangUp],
      ['shows none', about('47|NOT ISSUED')],
    ])('adopts its number when the status %s', async (_what, answer) => {
      dak.answers = [PROPOSED, about(otherwise, NUMBER), answer];
      expect(await dak.issue()).toEqual({ outcome: 'ISSUED', policyNumber: NUMBER, documents: [] });
    });

    it('is pending while that one has no number', async () => {
      dak.answers = [PROPOSED, about(otherwise)];
      expect(await dak.issue()).toEqual({ outcome: 'PENDING' });
      expect(dak.asked).toEqual([PROPOSE, ISSUE]);
    });
  });
});
