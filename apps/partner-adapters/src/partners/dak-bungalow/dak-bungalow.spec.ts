import { type MotorLine, PartnerHttp, type QuoteLine } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, LimitedTime, reset, silence, text } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestFor } from '../../testing/canonical-requests.js';
import { DakBungalowClient } from './client.js';
import { formBody } from './form.js';
import { quoteMotor } from './lines/motor/line.js';
import { toDakBungalow } from './lines/motor/to-dak-bungalow.js';
import { M1, M2R, priced, unpriced } from './testing/worked-answers.js';

const m1 = requestFor('m1');
const patience = () => new AbortController().signal;
const plain = (body: string) => text(200, 'text/plain; charset=ISO-8859-1', body);
const printed = priced(M1);

const E21 = plain(unpriced('30|INPUT ERROR', 'E|E21|idv|IDV DEVIATION NOT ALLOWED|4,71,000.00'));
const E33 = plain(unpriced('30|INPUT ERROR', 'E|E33|nil_dep|NIL DEP NOT ALLOWED'));

describe('asking Dak Bungalow for a vehicle', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let quote: QuoteLine<MotorLine>;
  /** The answers to come, the last one for ever. */
  let answers: FakeAnswer[];

  beforeEach(async () => {
    answers = [plain(printed)];
    partner = await FakePartner.start(() => (answers.length > 1 ? answers.shift() : answers[0]) ?? silence);
    clock = new ManualClock('2026-11-23T10:00:00Z');
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    quote = quoteMotor(new DakBungalowClient(http, 'dbk sandbox&77'), { clock, newId: () => 'id' });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const failureOf = async () => {
    const reply = await quote(m1, patience());
    return reply.outcome === 'FAILED' ? reply.error : reply;
  };
  const inAllCalls = (name: string) => partner.calls.map(({ body }) => new URLSearchParams(body).get(name));

  it('posts the mapped request with its key and returns its offer', async () => {
    expect(await quote(m1, patience())).toMatchObject({
      status: 'QUOTED',
      offers: [{ offerId: 'off_id', premium: { totalMinor: 1_343_500 } }],
    });
    const asked = toDakBungalow(m1);
    expect(partner.calls).toMatchObject([
      {
        method: 'POST',
        path: '/cgi-bin/pquote.do?api_key=dbk+sandbox%2677',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=ISO-8859-1' },
        body: asked.ok && formBody(asked.value),
      },
    ]);
  });

  /** Rows of partners.md D.5 that no quote call should get: issuance will. */
  it.each([
    ['41', 'AMOUNT MISMATCH', 'PAYMENT_MISMATCH'],
    ['42', 'QUOTE EXPIRED', 'QUOTE_EXPIRED'],
    ['43', 'PAY REF USED', 'PROTOCOL'],
    ['46', 'ALREADY ISSUED UNDER OTHER REF', 'DUPLICATE'],
    ['48', 'REFERRED QUOTE', 'UNDERWRITING'],
  ])('reads %s %s as %s', async (rc, words, category) => {
    answers = [plain(unpriced(`${rc}|${words}`))];
    expect(await failureOf()).toMatchObject({ category, retryable: false, partnerCode: rc });
  });

  it.each([
    ['05', 'ISSUE PENDING', 'PROTOCOL'],
    ['44', 'PRICE REVISED', 'PRICE_CHANGED'],
  ])('reads %s %s, which is no answer to a quote, as %s', async (rc, words, category) => {
    answers = [plain(priced(M1, `${rc}|${words}`))];
    expect(await failureOf()).toMatchObject({ category, retryable: false });
  });

  it('tells operators the field that was refused, not its value', async () => {
    answers = [plain(unpriced('30|INPUT ERROR', 'E|E02|regn4|MH12AB1234 IS NO PLATE'))];
    expect(await failureOf()).toMatchObject({ messageForOps: 'answered 200 30 E02 regn4' });
  });

  it('never tells its key', async () => {
    for (const answer of [plain(unpriced('40|INVALID API KEY dbk sandbox&77')), reset, text(404, 'text/html', '')]) {
      answers = [answer];
      expect(JSON.stringify(await quote(m1, patience()))).not.toMatch(/dbk|api_key|pquote/);
    }
  });

  it.each([
    ['its maintenance page', text(200, 'text/html', '<h1>SCHEDULED MAINTENANCE</h1>'), 'UNAVAILABLE', true],
    ['another page', text(200, 'text/html', '<h1>WELCOME</h1>'), 'PROTOCOL', false],
    ['a page without a path', text(404, 'text/html', '<html>'), 'PROTOCOL', false],
    ['a wrong number of lines', plain(printed.replace('T|7|', 'T|6|')), 'PROTOCOL', false],
  ])('reads %s as it is', async (_what, answer, category, retryable) => {
    answers = [answer];
    expect(await failureOf()).toMatchObject({ category, retryable });
    expect(partner.calls).toHaveLength(1);
  });

  describe('what D takes in one form only', () => {
    it('is asked again, once for each cause, and shown as adjustments', async () => {
      answers = [E21, E33, plain(priced(M2R))];
      const request = requestFor('m2', { requestedIdvMinor: 50_000_000 });
      expect(await quote(request, patience())).toMatchObject({
        status: 'QUOTED',
        offers: [
          {
            adjustments: [
              { field: 'requestedIdvMinor', applied: 49_600_000 },
              { field: 'voluntaryDeductibleMinor' },
              { field: 'addOns', requested: 'ZERO_DEP', applied: null },
            ],
          },
        ],
      });
      expect(inAllCalls('idv')).toEqual(['500000', '', '']);
      expect(inAllCalls('nil_dep')).toEqual(['Y', 'Y', 'N']);
    });

    it('is not asked again when the time for all steps together is nearly over', async () => {
      const slowly = (response: Parameters<FakeAnswer>[0]) => {
        clock.advance(17_950);
        E21(response);
      };
      answers = [slowly, plain(priced(M2R))];
      const deadline = new Date(clock.now().getTime() + 60_000);
      const { signal } = new LimitedTime({ clock, deadline, timeoutMs: 18_000, caller: patience() });
      const request = requestFor('m2', { requestedIdvMinor: 50_000_000 });
      expect(await quote(request, signal)).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT' } });
      expect(partner.calls).toHaveLength(1);
    });

    it.each([
      ['E21', E21],
      ['E33', E33],
    ])('is a failure when D refuses it for %s a second time', async (code, answer) => {
      answers = [answer];
      expect(await failureOf()).toMatchObject({ category: 'VALIDATION', messageForOps: expect.stringContaining(code) });
      expect(partner.calls).toHaveLength(2);
    });
  });
});
