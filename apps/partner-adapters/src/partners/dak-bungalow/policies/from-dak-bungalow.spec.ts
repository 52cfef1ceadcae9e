import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../document.js';
import { answerFrom, textAnswer } from '../testing/readings.js';
import { lines } from '../testing/worked-answers.js';
import { aboutProposal, DOCUMENT_PATH, issued, ORDER, PENDING, proposed } from '../testing/worked-policies.js';
import { fromDakBungalow, policyNumberIn } from './from-dak-bungalow.js';
import { policyOf, proposalOf, statusOf } from './wire.js';

const propNo = 'DBP2611230004';
const replyTo = (body: string) => fromDakBungalow(answerFrom(body, policyOf(propNo)), ORDER.applicationId);

describe('a proposal of Dak Bungalow', () => {
  it('has a number and a total as printed', () => {
    const proposal = answerFrom(proposed(), proposalOf({ quote_no: ORDER.partnerQuoteRef }));
    expect(proposal).toEqual({ propNo, totalMinor: 1_343_500 });
  });

  it.each([
    ['of another quote', proposed().replace('DBQ2611230007', 'DBQ2611230008')],
    ['without a number', proposed().replace(propNo, '')],
    ['without a total', proposed('T|0|11,386.00|2,049.00|')],
  ])('is not one %s', (_what, body) => {
    expect(() => answerFrom(body, proposalOf({ quote_no: ORDER.partnerQuoteRef }))).toThrow();
  });
});

describe('a policy of Dak Bungalow as ours', () => {
  it('has number, period and document as printed', () => {
    expect(replyTo(issued())).toEqual({
      outcome: 'ISSUED',
      policyNumber: 'DB/PVT/26/0000123',
      period: { from: '2026-12-01', to: '2027-11-30' },
      documents: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          type: 'POLICY_SCHEDULE',
          contentType: 'application/pdf',
          reference: DOCUMENT_PATH,
        },
      ],
    });
  });

  it('is the same one, document included, when it was issued already', () => {
    expect(replyTo(issued('01|ALREADY ISSUED'))).toEqual(replyTo(issued()));
  });

  it('is pending, or none where its state is asked', () => {
    expect(replyTo(PENDING)).toEqual({ outcome: 'PENDING' });
    expect(answerFrom(PENDING, statusOf(propNo))).toEqual({ state: 'PENDING' });
    expect(answerFrom(aboutProposal('47|NOT ISSUED'), statusOf(propNo))).toEqual({ state: 'NONE' });
  });

  it('counts without a document, or with one at a path that is none', () => {
    expect(replyTo(issued().replace(/F\|.*\r\n/, ''))).toMatchObject({ outcome: 'ISSUED', documents: [] });
    expect(replyTo(issued(undefined, '/cgi-bin/pquote.do'))).toMatchObject({ outcome: 'ISSUED', documents: [] });
  });

  it('counts without its period where a day is none', () => {
    const { period: _, ...rest } = { period: undefined, ...replyTo(issued()) };
    expect(replyTo(issued().replace('30-NOV', '31-NOV'))).toEqual(rest);
  });

  it.each([
    ['of another proposal', issued().replace(propNo, 'DBP2611230005')],
    ['without a number', issued().replace('DB/PVT/26/0000123|', '|')],
    ['that is none', aboutProposal('47|NOT ISSUED')],
    ['that is a refusal', aboutProposal('46|ALREADY ISSUED UNDER OTHER REF', 'DB/PVT/26/0000123')],
  ])('is not one %s', (_what, body) => {
    expect(() => answerFrom(body, policyOf(propNo))).toThrow();
  });

  it('is known to be cut short wherever its answer was cut', () => {
    const whole = issued().trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        const read = readDocument(textAnswer(whole.slice(0, length)));
        expect(read).toMatchObject({ ok: false, error: { category: 'PROTOCOL', retryable: true } });
      }),
    );
  });

  it('is malformed with a file that has no path', () => {
    const body = lines('H|00|POLICY ISSUED|P|N|23-NOV-2026|01-DEC-2026|30-NOV-2027', 'F|POLICY', 'T|0|1.00|1.00|2.00');
    expect(readDocument(textAnswer(body))).toMatchObject({ ok: false, error: { retryable: false } });
  });
});

describe('the path of a document', () => {
  it.each([
    [DOCUMENT_PATH, 'DB/PVT/26/0000123'],
    ['/cgi-bin/pdoc.do?policy_no=DB-1.2_3%2f4', 'DB-1.2_3/4'],
    ['/cgi-bin/pdoc.do?policy_no=DB/PVT/26/0000123', 'DB/PVT/26/0000123'],
  ])('%s holds the number %s', (path, number) => {
    expect(policyNumberIn(path)).toBe(number);
  });

  it.each([
    '',
    'http://elsewhere.example/cgi-bin/pdoc.do?policy_no=DB1',
    '//elsewhere.example/cgi-bin/pdoc.do?policy_no=DB1',
    '/cgi-bin/pquote.do?policy_no=DB1',
    '/cgi-bin/pdoc.do?policy_no=',
    '/cgi-bin/pdoc.do?policy_no=DB1&api_key=other',
    '/cgi-bin/pdoc.do?policy_no=DB%00',
    '/cgi-bin/pdoc.do?policy_no=DB1#x',
    `/cgi-bin/pdoc.do?policy_no=${'D'.repeat(41)}`,
  ])('is not %p', (path) => {
    expect(policyNumberIn(path)).toBeUndefined();
  });
});
