import { type MotorLine, PartnerHttp, type QuoteLine } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, json, silence } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestFor } from '../../testing/canonical-requests.js';
import { CogwheelDirectClient } from './client.js';
import { quoteMotor } from './lines/motor/line.js';
import { toCogwheelDirect } from './lines/motor/to-cogwheel-direct.js';
import { isSigned } from './testing/signed-call.js';
import { M1, printed as printedText } from './testing/worked-answers.js';

const m1 = requestFor('m1');
const patience = () => new AbortController().signal;
const key = { keyId: 'cogk_sandbox_01', secret: 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa' };

/** The printed answer of partners.md C.2. */
const printed: object = JSON.parse(printedText(M1));

const refusal = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  json(status, { status: 'ERROR', request_ref: m1.requestId, error: { code, text: 'No', ...more } }, headers);

describe('asking Cogwheel Direct for a car', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let quote: QuoteLine<MotorLine>;
  /** The answers to come, the last one for ever. */
  let answers: FakeAnswer[];

  beforeEach(async () => {
    answers = [json(200, printed)];
    partner = await FakePartner.start(() => (answers.length > 1 ? answers.shift() : answers[0]) ?? silence);
    clock = new ManualClock('2026-11-23T10:00:00.900Z');
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    let nonces = 0;
    const newNonce = () => `nonce-0123456789-${++nonces}`;
    const client = new CogwheelDirectClient({ http, key, now: () => clock.now(), newNonce });
    quote = quoteMotor(client, { clock, newId: () => 'id' });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const failureOf = async (signal = patience()) => {
    const reply = await quote(m1, signal);
    return reply.outcome === 'FAILED' ? reply.error : reply;
  };
  const headerOfAll = (name: string) => partner.calls.map(({ headers }) => headers[name]);

  it('posts the mapped request signed and returns its offer', async () => {
    expect(await quote(m1, patience())).toMatchObject({
      status: 'QUOTED',
      offers: [{ offerId: 'off_id', premium: { totalMinor: 1_704_400, roundingMinor: -43 } }],
    });
    const [call] = partner.calls;
    expect(call).toMatchObject({ method: 'POST', path: '/v2/motor/quote' });
    expect(call && isSigned(call)).toBe(true);
    expect(call?.headers['x-cog-timestamp']).toBe('1795428000');
    const asked = toCogwheelDirect(m1);
    expect(JSON.parse(call?.body ?? '')).toEqual(asked.ok && asked.value);
  });

  it('calls nobody for a model that C does not know', async () => {
    const stranger = { ...m1, risk: { ...m1.risk, vehicleId: 'FW99' } };
    expect(await quote(stranger, patience())).toMatchObject({ status: 'DECLINED', declines: [{ source: 'PLATFORM' }] });
    expect(partner.calls).toHaveLength(0);
  });

  it('passes on how long C wants to be left alone', async () => {
    answers = [refusal(429, 'C-RATE-001', {}, { 'retry-after': '3' })];
    expect(await failureOf()).toMatchObject({ category: 'RATE_LIMITED', retryAfterMs: 3_000 });
  });

  it('tells operators the field that was refused, not its value', async () => {
    answers = [refusal(400, 'C-VAL-004', { field: 'vehicle.reg_date', text: 'MH 12 AB 1234 is no date' })];
    expect(await failureOf()).toMatchObject({ messageForOps: 'answered 400 C-VAL-004 vehicle.reg_date' });
  });

  it('signs every call afresh', async () => {
    await quote(m1, patience());
    clock.advance(1_000);
    await quote(m1, patience());
    expect(partner.calls.every(isSigned)).toBe(true);
    expect(new Set(headerOfAll('x-cog-nonce')).size).toBe(2);
    expect(headerOfAll('x-cog-timestamp')).toEqual(['1795428000', '1795428001']);
  });

  describe('when the clocks differ', () => {
    it.each([
      ['inside its error', refusal(401, 'C-AUTH-002', { server_time: 1_795_429_000 })],
      ['beside its error', json(401, { error: { code: 'C-AUTH-002' }, server_time: 1_795_429_000 })],
    ])('repeats the call once with the time that C told %s, and keeps to it', async (_where, answer) => {
      answers = [answer, json(200, printed)];
      expect(await quote(m1, patience())).toMatchObject({ status: 'QUOTED' });
      clock.advance(5_000);
      await quote(m1, patience());
      expect(headerOfAll('x-cog-timestamp')).toEqual(['1795428000', '1795429000', '1795429005']);
      expect(new Set(headerOfAll('x-cog-nonce')).size).toBe(3);
      expect(partner.calls.every(isSigned)).toBe(true);
    });

    it('takes a second refusal as final', async () => {
      answers = [refusal(401, 'C-AUTH-002', { server_time: 1_795_429_000 })];
      expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', retryable: false });
      expect(partner.calls).toHaveLength(2);
    });

    it('has nothing to repeat when C does not tell its time', async () => {
      answers = [refusal(401, 'C-AUTH-002')];
      expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', partnerCode: 'C-AUTH-002' });
      expect(partner.calls).toHaveLength(1);
    });
  });

  it('repeats a call once with a new nonce when one was used before', async () => {
    answers = [refusal(401, 'C-AUTH-003'), json(200, printed)];
    expect(await quote(m1, patience())).toMatchObject({ status: 'QUOTED' });
    expect(new Set(headerOfAll('x-cog-nonce')).size).toBe(2);
    answers = [refusal(401, 'C-AUTH-003')];
    expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', partnerCode: 'C-AUTH-003' });
    expect(partner.calls).toHaveLength(4);
  });
});
