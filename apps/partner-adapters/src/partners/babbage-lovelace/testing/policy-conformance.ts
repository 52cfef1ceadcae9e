import type {
  ExpectedReply,
  PolicyDescription,
  PolicyRefusal,
  WireAnswer,
  WireAnswers,
} from '@app/partner-kit/conformance';
import type { ReceivedCall } from '@app/partner-kit/testing';
import { messageIn, seen } from './readings.js';
import { fault, faultDetail, wireXml } from './refusals.js';
import { textOf } from './signed-call.js';
import { errorOf, rejectedFor } from './worked-answers.js';
import {
  issued,
  KEY,
  M1_ADD,
  M1_UNKEYED,
  POLICY_NUMBER,
  policyAnswer,
  R1_ADD,
  R1_UNKEYED,
  RESPONSE_PENDING,
  standing,
} from './worked-policies.js';

/** How Babbage & Lovelace issues, from the text of partners.md B.3 and B.4. */

type Outcome = ExpectedReply['outcome'];
type Category = NonNullable<ExpectedReply['error']>['category'];

const ISSUED: ExpectedReply = {
  outcome: 'ISSUED',
  policyNumber: POLICY_NUMBER,
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: 'attachment' }],
};

const isIssue = ({ headers }: ReceivedCall): boolean => headers.soapaction === '"urn:bl:PolicyAdd"';
const rqUidOf = ({ body }: ReceivedCall): string => textOf(body, 'RqUID');

const acord = (printed: string) => ({
  ...seen('<ACORD xmlns="urn:babbage-lovelace:pcs-like:1"/>'),
  content: [seen(printed)],
});

const messageOf = ({ body }: ReceivedCall): string => /<\/RqUID><(\w+)Rq>/.exec(body)?.[1] ?? '';

/** The answer to whatever was asked, under its id. */
const says =
  (content: string): WireAnswers =>
  (call) =>
    wireXml(200, policyAnswer(messageOf(call), content, rqUidOf(call)));

/** One answer to an Add, another one to an inquiry. */
const parted =
  (toAdd: WireAnswers, toInquiry: WireAnswers): WireAnswers =>
  (call) =>
    (isIssue(call) ? toAdd : toInquiry)(call);

const refusal = (
  partnerCode: string,
  answer: WireAnswers,
  outcome: Outcome,
  category: Category,
  retryable = false,
): PolicyRefusal => ({
  code: partnerCode,
  answer,
  reply: { outcome, error: { category, retryable, partnerCode } },
});

const inBand = (extended: string, code: string, more = ''): WireAnswers => says(errorOf(extended, code) + more);
const always =
  (answer: WireAnswer): WireAnswers =>
  () =>
    answer;
const security = (code: string) => always(fault(`wsse:${code}`));
const server = (code: string, retryable: number, more = '') =>
  always(fault('soapenv:Server', faultDetail(code, retryable, more)));

const newTotal = '<com.bl_NewTotalAmt><Amt>17797.00</Amt></com.bl_NewTotalAmt>';
const number = `<PersPolicy><PolicyNumber>${POLICY_NUMBER}</PolicyNumber></PersPolicy>`;
const overloaded = server('BL-951', 1, '<bl:RetryAfterSec>2</bl:RetryAfterSec>');

const refusals: readonly PolicyRefusal[] = [
  refusal('FailedAuthentication', security('FailedAuthentication'), 'FAILED', 'AUTHENTICATION'),
  refusal('MessageExpired', security('MessageExpired'), 'FAILED', 'AUTHENTICATION'),
  refusal('InvalidSecurityToken', security('InvalidSecurityToken'), 'FAILED', 'AUTHENTICATION'),
  refusal('BL-901', inBand('DataMissing', 'BL-901'), 'REFUSED', 'VALIDATION'),
  refusal('BL-902', always(fault('soapenv:Client', faultDetail('BL-902', 0))), 'REFUSED', 'PROTOCOL'),
  refusal('BL-903', inBand('com.bl_DataInvalid', 'BL-903'), 'REFUSED', 'VALIDATION'),
  refusal('BL-904', inBand('Duplicate', 'BL-904', number), 'REFUSED', 'PROTOCOL'),
  { code: 'BL-905', answer: parted(inBand('Duplicate', 'BL-905', number), says(issued())), reply: ISSUED },
  {
    code: 'BL-905 and no more than that',
    answer: parted(inBand('Duplicate', 'BL-905', number), overloaded),
    reply: { outcome: 'ISSUED', policyNumber: POLICY_NUMBER },
  },
  refusal('BL-906', inBand('com.bl_QuoteExpired', 'BL-906'), 'REFUSED', 'QUOTE_EXPIRED'),
  {
    code: 'BL-907',
    answer: inBand('com.bl_PriceChanged', 'BL-907', newTotal),
    reply: { outcome: 'REFUSED', newTotalMinor: 1_779_700, error: { category: 'PRICE_CHANGED', retryable: false } },
  },
  refusal('BL-908', inBand('com.bl_PaymentMismatch', 'BL-908'), 'REFUSED', 'PAYMENT_MISMATCH'),
  refusal('BL-909', inBand('com.bl_NotBindable', 'BL-909'), 'REFUSED', 'UNDERWRITING'),
  refusal('BL-910', inBand('com.bl_NotFound', 'BL-910'), 'REFUSED', 'NOT_FOUND'),
  refusal('BL-199', says(rejectedFor('BL-199', 'Holderconforming')), 'REFUSED', 'UNDERWRITING'),
  refusal('BL-950', inBand('com.bl_HostUnavailable', 'BL-950'), 'FAILED', 'UNAVAILABLE', true),
  {
    code: 'BL-951',
    answer: overloaded,
    reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true, retryAfterMs: 2_000 } },
  },
  refusal('BL-999', server('BL-999', 0), 'UNKNOWN', 'PARTNER_INTERNAL'),
];

export const policies: PolicyDescription = {
  isIssue,
  readCall: ({ body }) => messageIn(body.replaceAll(textOf(body, 'RqUID'), KEY)),
  keyOf: rqUidOf,
  // The header is signed afresh each time.
  lastingPart: ({ path, body, headers }) => [path, headers.soapaction, body.slice(body.indexOf('<ACORD'))],
  examples: [
    { name: 'm1', order: M1_UNKEYED, asks: acord(M1_ADD), answer: says(issued()), reply: ISSUED },
    { name: 'r1', order: R1_UNKEYED, asks: acord(R1_ADD), answer: says(issued()), reply: ISSUED },
  ],
  pending: { answer: says(RESPONSE_PENDING) },
  refusals,
  codesLeftOut: [],
  inquiries: [
    { name: 'issued', answer: says(issued()), issues: false, reply: ISSUED },
    {
      name: 'awaiting issue',
      answer: says(standing('QuotedAwaitingIssue')),
      issues: false,
      reply: { outcome: 'PENDING' },
    },
    {
      name: 'not bound',
      answer: parted(says(issued()), says(standing('QuotedNotBound'))),
      issues: true,
      reply: ISSUED,
    },
    {
      name: 'no such quote',
      answer: parted(inBand('com.bl_QuoteExpired', 'BL-906'), inBand('com.bl_NotFound', 'BL-910')),
      issues: true,
      reply: { outcome: 'REFUSED', error: { category: 'QUOTE_EXPIRED' } },
    },
    {
      name: 'no answer',
      answer: overloaded,
      issues: false,
      reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } },
    },
  ],
  afterLoss: { answer: says(issued()), reply: ISSUED },
  sends: [
    '/proposer/fullName',
    '/proposer/address/line1',
    '/proposer/address/city',
    '/proposer/address/pincode',
    '/asset/engineNumber',
    '/asset/chassisNumber',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: 'attachment',
    answer: says(issued()),
  },
};
