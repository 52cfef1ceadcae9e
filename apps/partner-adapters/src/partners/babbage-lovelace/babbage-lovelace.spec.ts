import type { QuoteLine } from '@app/partner-kit';
import type { WireAnswer } from '@app/partner-kit/conformance';
import { canonicalRequestOf } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quoteMotorFourWheeler } from './lines/motor-four-wheeler/line.js';
import { AskingBabbage } from './testing/asking-babbage.js';
import { M1_REQUEST } from './testing/printed-requests.js';
import { seen } from './testing/readings.js';
import { fault, faultDetail, inBand, wireXml } from './testing/refusals.js';
import { carAnswer, enveloped, M1, M3B, RQ_UID } from './testing/worked-answers.js';

const createdAt = new Date('2026-11-23T10:00:00Z');
const m1 = { ...canonicalRequestOf({ createdAt, example: 'm1' }), requestId: RQ_UID };
const patience = () => new AbortController().signal;
const printed = carAnswer(M1);

const page = (status: number): WireAnswer => ({ status, contentType: 'text/html', body: '<html>' });

describe('asking Babbage & Lovelace for a car', () => {
  let asking: AskingBabbage;
  let quote: QuoteLine<'motor-four-wheeler'>;

  beforeEach(async () => {
    asking = await AskingBabbage.start(wireXml(200, printed));
    quote = quoteMotorFourWheeler(asking.client, asking.tools);
  });

  afterEach(() => asking.stop());

  const answers = (...given: WireAnswer[]) => asking.answers.splice(0, asking.answers.length, ...given);
  const ask = () => quote(m1, patience());
  const failureOf = async () => {
    const reply = await ask();
    return reply.outcome === 'FAILED' ? reply.error : reply;
  };

  it('posts M1 exactly as it is printed, signed as in the test vector, and returns its offer', async () => {
    expect(await ask()).toMatchObject({
      status: 'QUOTED',
      offers: [{ offerId: 'off_id', premium: { totalMinor: 1_729_700, roundingMinor: 18 } }],
    });
    const [call] = asking.partner.calls;
    expect(call).toMatchObject({
      method: 'POST',
      path: '/services/AcordGateway',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '"urn:bl:QuoteInq"' },
    });
    expect(seen(call?.body ?? '')).toEqual(seen(M1_REQUEST));
  });

  it('asks a repeated request under the same id, signed afresh', async () => {
    await ask();
    asking.clock.advance(1_000);
    await ask();
    expect(asking.inAllCalls('RqUID')).toEqual([RQ_UID, RQ_UID]);
    expect(asking.inAllCalls('Created')).toEqual(['2026-11-23T10:00:00Z', '2026-11-23T10:00:01Z']);
    expect(new Set(asking.inAllCalls('Nonce')).size).toBe(2);
    expect(new Set(asking.inAllCalls('Password')).size).toBe(2);
  });

  /** Rows of partners.md B.4 that no quote call should get: issuance will. */
  it.each([
    ['Duplicate', 'BL-905', 'DUPLICATE'],
    ['com.bl_QuoteExpired', 'BL-906', 'QUOTE_EXPIRED'],
    ['com.bl_PriceChanged', 'BL-907', 'PRICE_CHANGED'],
    ['com.bl_PaymentMismatch', 'BL-908', 'PAYMENT_MISMATCH'],
    ['com.bl_NotBindable', 'BL-909', 'UNDERWRITING'],
    ['com.bl_NotFound', 'BL-910', 'NOT_FOUND'],
  ])('reads the error %s %s as %s', async (extended, partnerCode, category) => {
    answers(inBand(extended, partnerCode));
    expect(await failureOf()).toMatchObject({ category, retryable: false, partnerCode, httpStatus: 200 });
  });

  it('passes on how long B wants to be left alone', async () => {
    answers(fault('soapenv:Server', faultDetail('BL-951', 1, '<bl:RetryAfterSec>2</bl:RetryAfterSec>')));
    expect(await failureOf()).toMatchObject({ category: 'UNAVAILABLE', retryAfterMs: 2_000 });
  });

  it('tells operators the element that was refused, and no text of B', async () => {
    const place = '<MissingElementPath>PersVeh/Registration/RegistrationDt</MissingElementPath>';
    answers(inBand('DataMissing', 'BL-901', place));
    const messageForOps = 'answered 200 BL-901 PersVeh/Registration/RegistrationDt';
    expect(await failureOf()).toMatchObject({ messageForOps });
    answers(fault('soapenv:Server', faultDetail('BL-999', 0)));
    expect(JSON.stringify(await ask())).not.toMatch(/MH12AB1234|S4ndbox/);
  });

  it.each([
    ['a page without a path', page(404), 'PROTOCOL'],
    ['an internal error without a fault', page(500), 'PARTNER_INTERNAL'],
    ['another namespace', printed.replace('pcs-like:1', 'pcs-like:2'), 'PROTOCOL'],
    ['an answer to another message', enveloped('PersPkgPolicyQuoteInqRs', ''), 'PROTOCOL'],
    ['a price without a value', carAnswer(M3B), 'PROTOCOL'],
    ['a status for issuance', printed.replace('Success', 'ResponsePending'), 'PROTOCOL'],
    ['an amount with one decimal', printed.replace('17297.00', '17297.0'), 'PROTOCOL'],
    ['a coverage that nobody knows', printed.replace('>RSA<', '>MOON<'), 'PROTOCOL'],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${printed}`, 'PROTOCOL'],
  ])('reads %s as it is', async (_what, answer, category) => {
    answers(typeof answer === 'string' ? wireXml(200, answer) : answer);
    expect(await failureOf()).toMatchObject({ category, retryable: false });
    expect(asking.partner.calls).toHaveLength(1);
  });

  describe('when the clocks differ', () => {
    const expired = fault('wsse:MessageExpired', '', { date: 'Mon, 23 Nov 2026 10:16:40 GMT' });

    it('repeats the call once with the time of the header Date, and keeps to it', async () => {
      answers(expired, wireXml(200, printed));
      expect(await ask()).toMatchObject({ status: 'QUOTED' });
      asking.clock.advance(5_000);
      await ask();
      const minutes = ['2026-11-23T10:00:00Z', '2026-11-23T10:16:40Z', '2026-11-23T10:16:45Z'];
      expect(asking.inAllCalls('Created')).toEqual(minutes);
      expect(new Set(asking.inAllCalls('Nonce')).size).toBe(3);
    });

    it('takes a second refusal as final', async () => {
      answers(expired);
      expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', partnerCode: 'MessageExpired' });
      expect(asking.partner.calls).toHaveLength(2);
    });
  });

  it('repeats a call once with a new nonce when one was used before', async () => {
    answers(fault('wsse:InvalidSecurityToken'), wireXml(200, printed));
    expect(await ask()).toMatchObject({ status: 'QUOTED' });
    expect(new Set(asking.inAllCalls('Nonce')).size).toBe(2);
    answers(fault('wsse:InvalidSecurityToken'));
    expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', partnerCode: 'InvalidSecurityToken' });
    expect(asking.partner.calls).toHaveLength(4);
  });
});
