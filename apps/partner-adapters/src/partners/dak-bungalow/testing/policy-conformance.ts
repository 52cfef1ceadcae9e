import type {
  ExpectedReply,
  PolicyDescription,
  PolicyRefusal,
  WireAnswer,
  WireAnswers,
} from '@app/partner-kit/conformance';
import type { ReceivedCall } from '@app/partner-kit/testing';
import { requestFor } from '../../../testing/canonical-requests.js';
import { lines } from './worked-answers.js';
import {
  aboutProposal,
  DOCUMENT_PATH,
  ISSUE_FORM,
  issued,
  ORDER,
  PENDING,
  proposed,
  REVISED,
} from './worked-policies.js';

/** How Dak Bungalow issues, from the text of partners.md D.3 to D.5. */

const printed = (body: string): WireAnswer => ({ status: 200, contentType: 'text/plain; charset=ISO-8859-1', body });

const isProposal = ({ path }: ReceivedCall): boolean => path.startsWith('/cgi-bin/pprop.do?');
const isIssue = ({ path }: ReceivedCall): boolean => path.startsWith('/cgi-bin/pissue.do?');

/** D proposes, and answers like this to the payment and, where nothing else is said, to what became of it. */
const paid =
  (payment: string, status = payment): WireAnswers =>
  (call) => {
    if (isProposal(call)) return printed(proposed());
    return printed(isIssue(call) ? payment : status);
  };

const ISSUED: ExpectedReply = {
  outcome: 'ISSUED',
  policyNumber: 'DB/PVT/26/0000123',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', reference: DOCUMENT_PATH }],
};

/** D's texts may quote what we sent. */
const WORDS = 'HOLDERCONFORMING OF 9812345678';

const refusal = (
  code: string,
  outcome: ExpectedReply['outcome'],
  category: NonNullable<ExpectedReply['error']>['category'],
  retryable = false,
): PolicyRefusal => ({
  code,
  answer: paid(aboutProposal(`${code}|${WORDS}`)),
  reply: { outcome, error: { category, retryable } },
});

/** As above, when the quote was to become a proposal. */
const notProposed = (...args: Parameters<typeof refusal>): PolicyRefusal => {
  const [code] = args;
  const answer = printed(lines(`H|${code}|${WORDS}|DBQ2611230007||||`));
  return { ...refusal(...args), code: `${code} to the proposal`, answer: () => answer };
};

const otherwise = (number = ''): string => aboutProposal('46|ALREADY ISSUED UNDER OTHER REF', number);

export const policies: PolicyDescription = {
  isIssue,
  readCall: ({ body }) => body,
  keyOf: ({ body }) => new URLSearchParams(body).get('pay_ref'),
  examples: [
    { name: 'm1', order: ORDER, asks: ISSUE_FORM, answer: paid(issued()), reply: ISSUED },
    {
      name: 't1, already issued',
      order: { ...ORDER, request: requestFor('t1') },
      answer: paid(issued('01|ALREADY ISSUED')),
      reply: ISSUED,
    },
  ],
  pending: { answer: paid(PENDING) },
  refusals: [
    {
      code: '30',
      answer: paid(aboutProposal('30|INPUT ERROR') + lines(`E|E02|pay_dt|${WORDS}`)),
      reply: { outcome: 'REFUSED', error: { category: 'VALIDATION', retryable: false } },
    },
    refusal('40', 'FAILED', 'AUTHENTICATION'),
    refusal('41', 'REFUSED', 'PAYMENT_MISMATCH'),
    refusal('42', 'REFUSED', 'QUOTE_EXPIRED'),
    refusal('43', 'REFUSED', 'PROTOCOL'),
    {
      code: '44',
      answer: paid(REVISED),
      reply: { outcome: 'REFUSED', newTotalMinor: 1_393_500, error: { category: 'PRICE_CHANGED', retryable: false } },
    },
    refusal('45', 'REFUSED', 'NOT_FOUND'),
    { code: '46', answer: paid(otherwise('DB/PVT/26/0000123'), issued()), reply: ISSUED },
    { code: '46 pending', answer: paid(otherwise()), reply: { outcome: 'PENDING' } },
    refusal('90', 'FAILED', 'UNAVAILABLE', true),
    {
      code: '98',
      answer: paid(aboutProposal('98|TOO MANY SESSIONS')),
      reply: { outcome: 'FAILED', error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 1_000 } },
    },
    refusal('99', 'UNKNOWN', 'PARTNER_INTERNAL'),
    refusal('77', 'UNKNOWN', 'PROTOCOL'),
    notProposed('42', 'REFUSED', 'QUOTE_EXPIRED'),
    notProposed('45', 'REFUSED', 'NOT_FOUND'),
    { ...notProposed('48', 'REFUSED', 'UNDERWRITING'), code: '48' },
    notProposed('90', 'FAILED', 'UNAVAILABLE', true),
    notProposed('99', 'FAILED', 'PARTNER_INTERNAL'),
  ],
  codesLeftOut: [],
  inquiries: [
    { name: 'issued', answer: paid('', issued()), issues: false, reply: ISSUED },
    { name: 'pending', answer: paid('', PENDING), issues: false, reply: { outcome: 'PENDING' } },
    { name: 'not issued', answer: paid(issued(), aboutProposal('47|NOT ISSUED')), issues: true, reply: ISSUED },
    {
      name: 'the proposal cannot be had',
      answer: () => printed(lines('H|90|SYSTEM BUSY PLEASE RETRY|DBQ2611230007||||')),
      issues: false,
      reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } },
    },
    {
      name: 'the quote has expired since',
      answer: () => printed(lines('H|42|QUOTE EXPIRED|DBQ2611230007||||')),
      issues: false,
      reply: { outcome: 'UNKNOWN', error: { category: 'QUOTE_EXPIRED' } },
    },
  ],
  afterLoss: { answer: paid('', issued()), reply: ISSUED },
  sends: [
    '/proposer/fullName',
    '/proposer/address/line1',
    '/proposer/address/city',
    '/proposer/address/pincode',
    '/proposer/nominee/fullName',
    '/asset/engineNumber',
    '/asset/chassisNumber',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: DOCUMENT_PATH,
    answer: () => ({ status: 200, contentType: 'application/pdf', body: '%PDF-1.4\nDB/PVT/26/0000123' }),
  },
};
