import { issuanceResult } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import { done, ResultRefusedError, reject, retryLater } from '@app/ports';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICATION_ID, issuanceRequestedEvent } from '../testing/issuance-requested-event.js';
import {
  firstDelivery,
  IssuanceCallbackInMemory,
  issuanceError,
  issuedReply,
  issuingInMemory,
  PolicyPartnerInMemory,
} from '../testing/issuing-in-memory.js';
import { moment } from '../testing/partner-on-clock.js';

const LAST = { receiveCount: 5, attributes: {} };

describe('issuing a policy', () => {
  let callback: IssuanceCallbackInMemory;
  let partner: PolicyPartnerInMemory;
  let service: ReturnType<typeof issuingInMemory>;
  beforeEach(() => {
    callback = new IssuanceCallbackInMemory();
    partner = new PolicyPartnerInMemory();
    service = issuingInMemory(partner, callback);
  });

  const event = issuanceRequestedEvent();
  const postsUntil = new Date('2026-11-23T10:00:06.500Z');
  const attempted = { applicationId: APPLICATION_ID, attempt: 1 };
  const inquired = () => partner.calls.map(({ options }) => options.inquireFirst);

  it('asks whether the attempt is wanted, then the partner, and posts what came of it', async () => {
    expect(await service.handle(event)).toEqual(done);
    expect(callback.asked).toEqual([attempted]);
    expect(partner.calls.map(({ call }) => call)).toEqual([event.data]);
    expect(callback.posted).toEqual([{ ...attempted, ...issuedReply() }]);
    expect(issuanceResult.safeParse(callback.posted[0]).success).toBe(true);
  });

  it('gives the partner its own timeout, time to wait for its turn, and the trace of the event', async () => {
    await service.handle(event);
    expect(partner.calls[0]?.options).toMatchObject({
      timeoutMs: 30_000,
      deadline: new Date('2026-11-23T10:00:34.000Z'),
      traceparent: expect.stringMatching(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)/),
    });
  });

  it('asks no longer than the process may work', async () => {
    const callsUntil = new Date('2026-11-23T10:00:05.000Z');
    await service.handle(event, firstDelivery, { callsUntil, postsUntil });
    expect(partner.calls[0]?.options).toMatchObject({ timeoutMs: 5_000, deadline: callsUntil });
  });

  it('does nothing for an attempt that nobody wants any more', async () => {
    callback.isWantedNow = async () => false;
    expect(await service.handle(event)).toEqual(done);
    expect([partner.calls, callback.posted]).toEqual([[], []]);
    expect(service.log.join('')).toContain('not wanted any more');
  });

  it('asks no partner while nobody can say whether the attempt is wanted', async () => {
    callback.isWantedNow = () => Promise.reject(new Error('no route'));
    service.chance.random = 0.5;
    expect(await service.handle(event)).toEqual(retryLater(1_000));
    expect(await service.handle(event, LAST)).toEqual(reject('BUSINESS_UNAVAILABLE'));
    expect(partner.calls).toEqual([]);
  });

  it.each([
    ['the first attempt, the first time', {}, firstDelivery, false],
    ['a message that was in somebody’s hands before', {}, { receiveCount: 2, attributes: {} }, true],
    ['a later attempt', { attempt: 2 }, firstDelivery, true],
    ['a message out of the dead-letter queue', {}, { receiveCount: 1, attributes: { 'sqs-dlq-replay-nb': '1' } }, true],
  ])('with an inquiry first or not: %s', async (_, changes, delivery, inquiresFirst) => {
    await service.handle(issuanceRequestedEvent(changes), delivery);
    expect(inquired()).toEqual([inquiresFirst]);
  });

  it.each([
    { outcome: 'PENDING' as const },
    issuanceError('UNKNOWN', 'TIMEOUT', { retryable: true }),
    issuanceError('REFUSED', 'UNDERWRITING'),
    { ...issuanceError('REFUSED', 'PRICE_CHANGED'), newTotalMinor: 1_788_161 },
  ])('leaves to the business service what follows from $outcome', async (reply) => {
    partner.reply = () => reply;
    expect(await service.handle(event, LAST)).toEqual(done);
    expect(callback.posted).toEqual([{ ...attempted, ...reply }]);
    expect(issuanceResult.safeParse(callback.posted[0]).success).toBe(true);
  });

  it.each([{ outcome: 'PENDING' as const }, issuanceError('UNKNOWN', 'TIMEOUT')])(
    'comes back after $outcome that changed nothing, since the documents of a known policy may be missing',
    async (reply) => {
      partner.reply = () => reply;
      callback.postedAs = 'DUPLICATE';
      service.chance.random = 0.5;
      expect(await service.handle(event)).toEqual(retryLater(1_000));
      expect(await service.handle(event, LAST)).toEqual(reject(reply.outcome));
    },
  );

  it('posts a failure, and comes back later each time with full jitter, until the last delivery', async () => {
    partner.reply = () => issuanceError('FAILED', 'UNAVAILABLE', { retryable: true, partnerCode: 'A-503' });
    service.chance.random = 0.5;
    const outcomes = [];
    for (const receiveCount of [1, 2, 3, 4, 5]) outcomes.push(await service.handle(event, { ...LAST, receiveCount }));
    expect(outcomes).toEqual([...[1, 2, 4, 8].map((s) => retryLater(s * 1_000)), reject('UNAVAILABLE A-503')]);
    expect(callback.posted.map(({ outcome }) => outcome)).toEqual(Array(5).fill('FAILED'));
    expect(inquired()).toEqual([false, true, true, true, true]);
  });

  it('does not come back before the partner wants to be asked again', async () => {
    partner.reply = () => issuanceError('FAILED', 'RATE_LIMITED', { retryable: true, retryAfterMs: 20_000 });
    expect(await service.handle(event)).toEqual(retryLater(20_000));
  });

  it.each([
    ['A-401', 'AUTHENTICATION A-401'],
    [null, 'AUTHENTICATION'],
  ])('makes a dead letter at once of a failure that lasts (%s)', async (partnerCode, cause) => {
    partner.reply = () => issuanceError('FAILED', 'AUTHENTICATION', { partnerCode });
    expect(await service.handle(event)).toEqual(reject(cause));
    expect(callback.posted).toMatchObject([{ outcome: 'FAILED' }]);
  });

  it('holds on to a result while the business service is away, and asks the partner no second time', async () => {
    callback.postFailures.push(new Error('no route'), new Error('no route'));
    expect(await service.handle(event)).toEqual(done);
    expect([callback.posted.length, partner.calls.length]).toEqual([1, 1]);
  });

  it('comes back, with an inquiry, when nobody took the result for too long', async () => {
    callback.postFailures.push(...Array.from({ length: 6 }, () => new Error('no route')));
    expect(await service.handle(event)).toEqual(retryLater(0));
    expect(await service.handle(event, { ...LAST, receiveCount: 2 })).toEqual(done);
    expect(inquired()).toEqual([false, true]);
    expect(callback.posted).toMatchObject([{ outcome: 'ISSUED' }]);
  });

  it('waits for nobody to take a result once the process stops', async () => {
    callback.postFailures.push(new Error('no route'));
    service.chance.random = 0.5;
    const handled = service.handle(event);
    await moment();
    service.stop();
    expect(await handled).toEqual(retryLater(1_000));
    expect([callback.posted, service.clock.sleeping]).toEqual([[], 0]);
  });

  it.each([
    ['tells what a call has brought that lasted as long as it might', 5_000, done, 1],
    ['tells nothing once the process has no time left for that', 6_500, retryLater(0), 0],
  ])('%s', async (_, tookMs, outcome, posts) => {
    partner.reply = () => {
      service.clock.advance(tookMs);
      return issuedReply();
    };
    const callsUntil = new Date('2026-11-23T10:00:05.000Z');
    expect(await service.handle(event, firstDelivery, { callsUntil, postsUntil })).toEqual(outcome);
    expect(callback.posted).toHaveLength(posts);
  });

  it('posts in place of a result that is refused that nobody knows, once', async () => {
    callback.postFailures.push(new ResultRefusedError('/period'));
    expect(await service.handle(event)).toEqual(done);
    expect(callback.posted).toMatchObject([{ ...attempted, outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } }]);
    expect(issuanceResult.safeParse(callback.posted[0]).success).toBe(true);
    callback.postFailures.push(new ResultRefusedError('/period'), new ResultRefusedError('/error'));
    expect(await service.handle(event)).toEqual(reject('RESULT_REFUSED'));
  });

  it('rejects an event that breaks its schema, with the fields and none of their values', async () => {
    const broken = { ...event, data: { ...event.data, applicationId: 'Asha', sealed: undefined } };
    expect(await service.handle(broken)).toEqual(
      reject('not a policy.issuance-requested.v1: /data/applicationId FORMAT, /data/sealed REQUIRED'),
    );
    expect(callback.asked).toEqual([]);
  });

  it('rejects an event for a partner that is not served here', async () => {
    const strange = issuanceRequestedEvent({ partner: 'zenith' });
    expect(await service.handle(strange)).toEqual(reject('partner zenith is not served here'));
    expect(callback.asked).toEqual([]);
  });

  describe('of a partner that may not be called now', () => {
    const ill = (category: ErrorCategory) => issuanceError('FAILED', category, { retryable: true });

    async function openBreaker() {
      partner.reply = () => ill('UNAVAILABLE');
      for (let n = 0; n < 5; n += 1) await service.handle(event);
      partner.calls.length = 0;
      callback.posted.length = 0;
    }

    it('makes no call, tells nobody, and comes back when the breaker lets a probe through', async () => {
      await openBreaker();
      expect(await service.handle(event)).toEqual(retryLater(2_500));
      expect([partner.calls, callback.posted]).toEqual([[], []]);
      service.clock.advance(2_500);
      partner.reply = () => issuedReply();
      expect(await service.handle(event)).toEqual(done);
      expect(callback.posted).toMatchObject([{ outcome: 'ISSUED' }]);
    });

    it('says why, should that have been its last delivery', async () => {
      await openBreaker();
      expect(await service.handle(event, LAST)).toEqual(reject('CIRCUIT_OPEN'));
    });

    it('makes no call while the fleet has taken it offline', async () => {
      service.fleet.answer = async () => ({
        partners: [{ partner: 'acme-general', state: 'OFFLINE', forced: false, until: null }],
      });
      await service.reporter.reportIfDue();
      expect(await service.handle(event)).toEqual(retryLater(2_000));
      expect([partner.calls, callback.posted]).toEqual([[], []]);
    });

    it('makes no call while it wants to be left alone for longer than anybody can wait', async () => {
      partner.reply = () => issuanceError('FAILED', 'RATE_LIMITED', { retryable: true, retryAfterMs: 40_000 });
      await service.handle(event);
      expect(await service.handle(event)).toEqual(retryLater(40_000));
      expect(partner.calls).toHaveLength(1);
    });
  });

  it('logs ids, outcome, category and time, and nothing that anybody said', async () => {
    const error = { partnerCode: 'Asha', messageForOps: 'Dear Asha' };
    partner.reply = () => {
      service.clock.advance(412);
      return issuanceError('UNKNOWN', 'TIMEOUT', error);
    };
    await service.handle(event);
    const lines = service.log.map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        ...attempted,
        requestId: event.data.requestId,
        partner: 'acme-general',
        outcome: 'UNKNOWN',
        category: 'TIMEOUT',
        tookMs: 412,
      }),
    );
    for (const secret of ['Asha', event.data.sealed]) expect(service.log.join('')).not.toContain(secret);
  });
});
