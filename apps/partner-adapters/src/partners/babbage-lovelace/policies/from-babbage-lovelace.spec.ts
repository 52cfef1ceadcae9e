import { describe, expect, it } from '@jest/globals';
import type { BabbageQuestion } from '../acord.js';
import { openEnvelope } from '../errors.js';
import {
  issued,
  KEY,
  M1_ORDER,
  POLICY_NUMBER,
  policyAnswer,
  RESPONSE_PENDING,
  standing,
} from '../testing/worked-policies.js';
import { documentOf, fromBabbageLovelace } from './from-babbage-lovelace.js';
import { readPolicy } from './read-policy.js';

const { applicationId } = M1_ORDER;
const question: BabbageQuestion = { name: 'PersAutoPolicyAdd', rqUid: KEY, content: [] };

function read(body: string) {
  const headers = { 'content-type': 'text/xml' };
  const response = { status: 200, headers, body: Buffer.from(body), receivedAt: new Date(0) };
  const message = openEnvelope(response);
  if (!message.ok) throw new Error(message.error.error.messageForOps);
  return readPolicy(question, { response, message: message.value });
}

function policyIn(content: string) {
  const policy = read(policyAnswer('PersAutoPolicyAdd', content));
  if (policy.ok) return policy.value;
  throw new Error(policy.error.error.messageForOps);
}

const replyTo = (content: string) => fromBabbageLovelace(policyIn(content), applicationId);

describe('an answer of Babbage & Lovelace about a policy as ours', () => {
  it('is the printed policy, with its schedule to be fetched', () => {
    expect(replyTo(issued())).toEqual({
      outcome: 'ISSUED',
      policyNumber: POLICY_NUMBER,
      period: { from: '2026-12-01', to: '2027-11-30' },
      documents: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          type: 'POLICY_SCHEDULE',
          contentType: 'application/pdf',
          reference: 'attachment',
        },
      ],
    });
  });

  it.each([
    ['ResponsePending', RESPONSE_PENDING, 'PENDING'],
    ['QuotedAwaitingIssue', standing('QuotedAwaitingIssue'), 'PENDING'],
    ['QuotedBound', standing('QuotedBound'), 'PENDING'],
    ['QuotedNotBound', standing('QuotedNotBound'), 'NOT_ISSUED'],
  ])('means by %s', (_code, content, outcome) => {
    expect(replyTo(content)).toEqual({ outcome });
  });

  it.each([
    ['days that do not exist', issued().replace('2026-12-01', '2026-13-01')],
    ['no term', issued().replace(/<ContractTerm>.*<\/ContractTerm>/, '')],
  ])('is a policy with %s too', (_what, content) => {
    const reply = replyTo(content);
    expect(reply).toMatchObject({ outcome: 'ISSUED', policyNumber: POLICY_NUMBER });
    expect(reply).not.toHaveProperty('period');
  });

  it.each([
    ['an issued policy without a number', issued().replace(/<PolicyNumber>.*<\/PolicyNumber>/, '')],
    ['a success without a policy', standing('Issued').replace(/<PersPolicy>.*<\/PersPolicy>/, '')],
    ['a state that nobody knows', standing('Cancelled')],
    ['a status that nobody knows', RESPONSE_PENDING.replace('ResponsePending', 'PendingNeedInformation')],
  ])('is not %s', (_what, content) => {
    const answer = read(policyAnswer('PersAutoPolicyAdd', content));
    expect(answer).toMatchObject({ ok: false, error: { error: { category: 'PROTOCOL', partnerCode: null } } });
  });

  it.each([
    ['another request', policyAnswer('PersAutoPolicyAdd', issued(), KEY.replace('1', '2'))],
    ['another message', policyAnswer('PersPkgPolicyAdd', issued())],
  ])('is not the answer to %s', (_what, body) => {
    expect(read(body)).toMatchObject({ ok: false, error: { error: { category: 'PROTOCOL', partnerCode: null } } });
  });
});

describe('the document in an answer of Babbage & Lovelace', () => {
  it('is the printed one', () => {
    const document = documentOf(policyIn(issued()));
    expect(document.ok && Buffer.from(document.value.bytes).toString()).toBe('%PDF-1.4\n');
  });

  it('may be broken into lines', () => {
    expect(documentOf(policyIn(issued('JVBE\n    Ri0x\n    LjQK\n')))).toMatchObject({ ok: true });
  });

  it.each([
    ['no Base64', issued('JVBERi0x*LjQK'), 'PROTOCOL'],
    ['no PDF', issued(Buffer.from('<html>').toString('base64')), 'PROTOCOL'],
    ['nothing', issued(''), 'PROTOCOL'],
    ['of another type', issued().replace('application/pdf', 'text/html'), 'NOT_FOUND'],
    ['not there', issued().replace(/<FileAttachmentInfo>.*<\/FileAttachmentInfo>/, ''), 'NOT_FOUND'],
    ['not made yet', standing('QuotedAwaitingIssue'), 'NOT_FOUND'],
  ])('is refused when it is %s', (_what, content, category) => {
    expect(documentOf(policyIn(content))).toMatchObject({ ok: false, error: { category } });
  });
});
