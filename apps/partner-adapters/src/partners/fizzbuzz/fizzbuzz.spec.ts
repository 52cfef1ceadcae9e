import { PartnerHttp } from '@app/partner-kit';
import {
  type FakeAnswer,
  FakePartner,
  garbled,
  hangUp,
  json,
  LimitedTime,
  type ReceivedCall,
  reset,
  shorterThanAnnounced,
  silence,
  text,
} from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { requestFor, travelRequestFor } from '../../testing/canonical-requests.js';
import { FizzbuzzClient } from './client.js';
import { quoteMotorFourWheeler } from './lines/motor-four-wheeler/line.js';
import { type CarRequest, toFizzbuzz } from './lines/motor-four-wheeler/to-fizzbuzz.js';
import { quoteTravel } from './lines/travel/line.js';
import { promptClock } from './testing/prompt-clock.js';
import { RESULTS } from './testing/worked-answers.js';

// M1 is a car.
const m1 = requestFor('m1') as CarRequest;
const r1 = travelRequestFor('r1');
const patience = () => new AbortController().signal;

const rpcCall = z.object({ jsonrpc: z.literal('2.0'), id: z.int(), method: z.string(), params: z.looseObject({}) });
const rpcCalls = z.union([z.array(rpcCall), rpcCall.transform((one) => [one])]);

const callsOf = ({ body }: ReceivedCall) => rpcCalls.parse(JSON.parse(body));

const answerTo = ({ id, method }: { id: number; method: string }) => {
  return { jsonrpc: '2.0', id, result: method === 'motor.quotePlans' ? RESULTS.m1 : RESULTS.r1 };
};

/** Answers every call well, in another order than asked. */
const wellAnswered = (call: ReceivedCall): FakeAnswer => {
  const answers = callsOf(call).map(answerTo).reverse();
  return json(200, call.body.startsWith('[') ? answers : answers[0]);
};

const refusal = (code: number, data?: object) =>
  json(200, { jsonrpc: '2.0', id: 1, error: { code, message: 'No', ...(data === undefined ? {} : { data }) } });

describe('asking Fizzbuzz', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let client: FizzbuzzClient;
  let answer: (call: ReceivedCall) => FakeAnswer;

  const tools = { clock: promptClock, newId: () => 'id' };
  const car = (signal = patience()) => quoteMotorFourWheeler(client, tools)(m1, signal);
  const trip = (signal = patience()) => quoteTravel(client, tools)(r1, signal);

  beforeEach(async () => {
    answer = wellAnswered;
    partner = await FakePartner.start((call) => answer(call));
    http = new PartnerHttp({ baseUrl: partner.url, clock: promptClock });
    client = new FizzbuzzClient({ http, bearer: 'fzb-sandbox-market', clock: promptClock });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  it('posts the mapped request with the bearer token and returns its plans', async () => {
    expect(await car()).toMatchObject({ status: 'QUOTED', offers: [{ planCode: 'BASIC' }, { planCode: 'PLUS' }] });
    const [call] = partner.calls;
    expect(call).toMatchObject({
      method: 'POST',
      path: '/rpc',
      headers: { authorization: 'Bearer fzb-sandbox-market', 'content-type': 'application/json' },
    });
    const asked = toFizzbuzz(m1);
    const params = asked.ok && asked.value;
    expect(JSON.parse(call?.body ?? '')).toEqual({ jsonrpc: '2.0', id: 1, method: 'motor.quotePlans', params });
  });

  it('calls nobody for a model that F does not know', async () => {
    const stranger = { ...m1, risk: { ...m1.risk, vehicleId: 'FW10' } };
    const reply = await quoteMotorFourWheeler(client, tools)(stranger, patience());
    expect(reply).toMatchObject({ status: 'DECLINED', declines: [{ source: 'PLATFORM' }] });
    expect(partner.calls).toHaveLength(0);
  });

  /** partners.md F.4. */
  it.each([
    [-32700, 'PROTOCOL', false],
    [-32600, 'PROTOCOL', false],
    [-32601, 'PROTOCOL', false],
    [-32602, 'VALIDATION', false],
    [-32603, 'PARTNER_INTERNAL', false],
    [-32010, 'RATE_LIMITED', true],
    [-32020, 'UNAVAILABLE', true],
    [-32030, 'DUPLICATE', false],
    [-32031, 'PROTOCOL', false],
    [-32032, 'QUOTE_EXPIRED', false],
    [-32033, 'PRICE_CHANGED', false],
    [-32034, 'UNDERWRITING', false],
    [-32035, 'PAYMENT_MISMATCH', false],
    [-32040, 'NOT_FOUND', false],
    [-32099, 'PROTOCOL', false],
  ])('reads %p as %s', async (code, category, retryable) => {
    answer = () => refusal(code);
    expect(await car()).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
    expect(partner.calls).toHaveLength(1);
  });

  it('passes on how long F wants to be left alone', async () => {
    answer = () => refusal(-32020, { retryable: true, retryAfterMs: 1_500 });
    expect(await car()).toMatchObject({ error: { category: 'UNAVAILABLE', retryAfterMs: 1_500 } });
  });

  it('tells operators every place that was refused, not its value', async () => {
    const violations = [
      { path: 'params.rto', rule: 'unknown', got: 'IN-XX-99' },
      { path: 'params.registration', rule: 'MH12AB1234 is no plate', got: 'MH12AB1234' },
    ];
    answer = () => refusal(-32602, { violations });
    expect(await car()).toMatchObject({
      error: { messageForOps: 'answered -32602 params.rto unknown params.registration ?' },
    });
  });

  it.each([
    ['a token that F does not know', text(401, 'text/plain', ''), 'AUTHENTICATION', false],
    ['a partner that F does not know', text(403, 'text/plain', ''), 'AUTHORIZATION', false],
    ['HTML with a success status', text(200, 'text/html', '<html>'), 'PROTOCOL', false],
    ['a maintenance page', text(503, 'text/html', '<html>'), 'UNAVAILABLE', true],
    ['half of its answer', garbled(200, answerTo({ id: 1, method: 'motor.quotePlans' })), 'PROTOCOL', true],
    ['less than it announced', shorterThanAnnounced(200, { jsonrpc: '2.0' }), 'PROTOCOL', true],
    ['a document that is no JSON-RPC', json(200, { ok: true }), 'PROTOCOL', false],
    ['an answer to another call', json(200, answerTo({ id: 7, method: 'motor.quotePlans' })), 'PROTOCOL', false],
    ['nothing at all', text(204, 'text/plain', ''), 'PROTOCOL', false],
    ['a redirect', text(302, 'text/plain', '', { location: 'http://127.0.0.1:1/' }), 'PROTOCOL', false],
    ['a reset', reset, 'TIMEOUT', true],
    ['a closed connection', hangUp, 'TIMEOUT', true],
  ])('reads %s as it is', async (_what, given, category, retryable) => {
    answer = () => given;
    expect(await car()).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
    expect(partner.calls).toHaveLength(1);
  });

  it('gives up when its time is over, and asks nobody when it is over before', async () => {
    answer = () => silence;
    expect(await car(AbortSignal.timeout(150))).toMatchObject({ error: { category: 'TIMEOUT', retryable: true } });
    expect(await car(AbortSignal.abort())).toMatchObject({ error: { category: 'TIMEOUT' } });
    expect(partner.calls).toHaveLength(1);
  });

  describe('for several at once', () => {
    it('sends one batch, whatever the lines, and gives each its own answer', async () => {
      const [first, second] = await Promise.all([car(), trip()]);
      expect(first).toMatchObject({ offers: [{ planCode: 'BASIC' }, { planCode: 'PLUS' }] });
      expect(second).toMatchObject({
        offers: [{ planCode: 'SILVER' }, { planCode: 'GOLD' }, { planCode: 'PLATINUM' }],
      });
      expect(partner.calls).toHaveLength(1);
    });

    it('sends no more than ten in one batch', async () => {
      const replies = await Promise.all(Array.from({ length: 23 }, () => trip()));
      expect(replies.every((reply) => reply.outcome === 'ANSWERED')).toBe(true);
      expect(partner.calls.map((call) => callsOf(call).length).sort((a, b) => b - a)).toEqual([10, 10, 3]);
    });

    it('fails one alone, and has only that one to repeat', async () => {
      answer = (call) => {
        const failing = { jsonrpc: '2.0', id: 1, error: { code: -32020, message: 'Temporarily unavailable' } };
        return json(200, [...callsOf(call).slice(1).map(answerTo), failing]);
      };
      const [first, second] = await Promise.all([car(), trip()]);
      expect(first).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } });
      expect(second).toMatchObject({ status: 'QUOTED' });
    });

    it('fails the one that was left without an answer', async () => {
      answer = (call) => json(200, callsOf(call).slice(1).map(answerTo));
      const [first, second] = await Promise.all([car(), trip()]);
      expect(first).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL' } });
      expect(second).toMatchObject({ status: 'QUOTED' });
    });

    it('fails all of them when the batch itself was refused', async () => {
      answer = () => json(200, { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'Invalid Request' } });
      for (const reply of await Promise.all([car(), trip()]))
        expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', partnerCode: '-32600' } });
    });

    it('leaves out a call whose time is nearly over', async () => {
      const clock = new ManualClock();
      const deadline = new Date(clock.now().getTime() + 20_000);
      const hasty = car(new LimitedTime({ clock, deadline, timeoutMs: 99, caller: patience() }).signal);
      expect(await trip()).toMatchObject({ status: 'QUOTED' });
      expect(partner.calls.flatMap(callsOf)).toMatchObject([{ method: 'travel.quotePlans' }]);
      clock.advance(99);
      expect(await hasty).toMatchObject({ error: { category: 'TIMEOUT', retryable: true } });
    });

    it('goes on for the others when one of them has no time left', async () => {
      const leaving = new AbortController();
      answer = (call) => {
        leaving.abort();
        return wellAnswered(call);
      };
      const [first, second] = await Promise.all([car(leaving.signal), trip()]);
      expect(first).toMatchObject({ error: { category: 'TIMEOUT' } });
      expect(second).toMatchObject({ status: 'QUOTED' });
    });
  });
});
