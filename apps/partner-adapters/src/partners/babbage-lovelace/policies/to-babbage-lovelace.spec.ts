import { type PolicyOrder, writeXml } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { acordMessage } from '../acord.js';
import { seen } from '../testing/readings.js';
import { M1_ADD, M1_ORDER, QUOTE_NUMBER, R1_ADD, R1_ORDER } from '../testing/worked-policies.js';
import { toBabbageLovelace, toInquiry } from './to-babbage-lovelace.js';

const { details } = M1_ORDER;

/** As an envelope holds it. */
const sent = (question: ReturnType<typeof toInquiry>) => seen(writeXml(acordMessage(question)));
const acord = (printed: string) => ({
  ...seen('<ACORD xmlns="urn:babbage-lovelace:pcs-like:1"/>'),
  content: [seen(printed)],
});

const question = (order: PolicyOrder) => {
  const add = toBabbageLovelace(order);
  if (!add.ok) throw new Error(add.error.messageForOps);
  return add.value;
};
const named = (fullName: string) => {
  const proposer = { ...details.proposer, fullName };
  return writeXml(acordMessage(question({ ...M1_ORDER, details: { ...details, proposer } })));
};

describe('an order in the words of Babbage & Lovelace', () => {
  it('is the printed one', () => {
    expect(sent(question(M1_ORDER))).toEqual(acord(M1_ADD));
  });

  it('is that of a package for a trip, without a vehicle whatever was told', () => {
    expect(sent(question(R1_ORDER))).toEqual(acord(R1_ADD));
    expect(sent(question({ ...R1_ORDER, details: { ...R1_ORDER.details, asset: details.asset } }))).toEqual(
      acord(R1_ADD),
    );
  });

  it('is the same text each time', () => {
    const texts = [1, 2].map(() => writeXml(acordMessage(question(structuredClone(M1_ORDER)))));
    expect(texts[0]).toBe(texts[1]);
  });

  it.each([
    ['Asha', '<Surname>Asha</Surname></PersonName>'],
    ['Asha Kiran Rao', '<Surname>Rao</Surname><GivenName>Asha Kiran</GivenName>'],
    ['Asha \t Rao', '<Surname>Rao</Surname><GivenName>Asha</GivenName>'],
    ["O'Neil & <Sons>", "<Surname>&lt;Sons&gt;</Surname><GivenName>O'Neil &amp;</GivenName>"],
    ['आशा राव', '<Surname>राव</Surname><GivenName>आशा</GivenName>'],
  ])('parts the name %p', (fullName, written) => {
    expect(named(fullName)).toContain(written);
  });

  it.each([
    ['fullName', { proposer: { ...details.proposer, fullName: 'Asha \ud800 Rao' } }],
    [
      'line1',
      { proposer: { ...details.proposer, address: { ...details.proposer.address, line1: '12\u0000 Lake Road' } } },
    ],
    ['city', { proposer: { ...details.proposer, address: { ...details.proposer.address, city: 'Pune\ufffe' } } }],
    ['engineNumber', { asset: { engineNumber: 'ENG\u0001', chassisNumber: 'MA1' } }],
    ['chassisNumber', { asset: { engineNumber: 'ENG1', chassisNumber: 'MA1\uffff' } }],
  ])('is not written when XML cannot hold its %s', (name, changes) => {
    const order = { ...M1_ORDER, details: { ...details, ...changes } };
    const messageForOps = `cannot be written to the partner: ${name}`;
    expect(toBabbageLovelace(order)).toMatchObject({ ok: false, error: { category: 'VALIDATION', messageForOps } });
  });

  it.each([
    ['2026-11-23T18:29:59Z', '2026-11-23'],
    ['2026-11-23T18:30:00Z', '2026-11-24'],
  ])('was paid at %s on %s, as the calendar is in India', (capturedAt, day) => {
    const payment = { ...details.payment, capturedAt };
    const text = writeXml(acordMessage(question({ ...M1_ORDER, details: { ...details, payment } })));
    expect(text).toContain(`<PaymentDt>${day}</PaymentDt>`);
  });

  it('tells the price that was accepted and what was paid of it apart', () => {
    const payment = { ...details.payment, amountMinor: 5 };
    const text = writeXml(acordMessage(question({ ...M1_ORDER, details: { ...details, payment } })));
    expect(text).toContain('<CurrentTermAmt><Amt>17297.00</Amt></CurrentTermAmt>');
    expect(text).toContain('<PaymentAmt><Amt>0.05</Amt></PaymentAmt>');
  });

  it('asks by the quote number what became of it, under an id of its own', () => {
    const id = '0b7f2f0e-58b7-4d5c-8f66-33f3a4a40009';
    expect(sent(toInquiry(QUOTE_NUMBER, id))).toEqual(
      acord(`<InsuranceSvcRq xmlns="urn:babbage-lovelace:pcs-like:1"><RqUID>${id}</RqUID><PolicyInqRq><RqUID>${id}</RqUID>
        <QuoteInfo><CompanysQuoteNumber>${QUOTE_NUMBER}</CompanysQuoteNumber></QuoteInfo></PolicyInqRq></InsuranceSvcRq>`),
    );
  });
});
