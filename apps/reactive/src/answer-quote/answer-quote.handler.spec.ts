import { partnerAnswer } from '@app/contracts';
import { done } from '@app/ports';
import { canonicalErrorOf, canonicalRequestOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type AnsweringInMemory, answered, answeringInMemory, quoted } from '../testing/answering-in-memory.js';
import { quoteRequestedEvent } from '../testing/quote-requested-event.js';
import { AnswerRefusedError } from './answer-sink.errors.js';

describe('answering a quote request', () => {
  let clock: AnsweringInMemory['clock'];
  let sink: AnsweringInMemory['sink'];
  let partner: AnsweringInMemory['partner'];
  let requested: AnsweringInMemory['requested'];
  let handle: AnsweringInMemory['handle'];
  beforeEach(() => {
    ({ clock, sink, partner, requested, handle } = answeringInMemory());
  });

  it('asks the partner and posts its offers', async () => {
    const event = requested();
    partner.reply = () => {
      clock.advance(192);
      return quoted;
    };
    expect(await handle(event)).toEqual(done);
    expect(sink.posted).toEqual([
      {
        requestId: event.data.requestId,
        partner: 'acme-general',
        answerId: 'answer-1',
        status: 'QUOTED',
        partial: false,
        attempts: 1,
        startedAt: '2026-11-23T10:00:00.000Z',
        finishedAt: '2026-11-23T10:00:00.192Z',
        error: null,
        declines: [],
        offers: quoted.outcome === 'ANSWERED' ? quoted.offers : [],
      },
    ]);
  });

  it('gives the partner its own timeout, and goes on with the trace of the event', async () => {
    await handle(requested());
    expect(partner.calls[0]).toMatchObject({ timeoutMs: 8_000, deadline: new Date('2026-11-23T10:00:20.000Z') });
    expect(partner.calls[0]?.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)/);
  });

  it('marks an answer as partial when one plan failed beside an offer', async () => {
    const error = canonicalErrorOf({ category: 'PARTNER_INTERNAL' });
    partner.reply = () => answered({ error });
    await handle(requested());
    expect(sink.posted[0]).toMatchObject({ status: 'QUOTED', partial: true, error: { category: 'PARTNER_INTERNAL' } });
  });

  it('posts a failure with its category at once when no retry is allowed', async () => {
    const error = canonicalErrorOf({ category: 'PARTNER_INTERNAL', retryable: false, attempts: 7 });
    partner.reply = () => ({ outcome: 'FAILED', error });
    expect(await handle(requested())).toEqual(done);
    expect(sink.posted[0]).toMatchObject({ status: 'FAILED', attempts: 1, error: { ...error, attempts: 1 } });
    expect(partnerAnswer.safeParse({ ...sink.posted[0] }).success).toBe(true);
  });

  it('drops a request whose deadline has passed without asking anyone', async () => {
    const event = requested();
    clock.advance(20_000);
    expect(await handle(event)).toEqual(done);
    expect([partner.calls, sink.posted]).toEqual([[], []]);
  });

  it('takes the earlier one of the event’s deadline and the request’s', async () => {
    const event = { ...requested(), deadline: '2026-11-23T10:00:02.000Z' };
    await handle(event);
    expect(partner.calls[0]?.deadline).toEqual(new Date('2026-11-23T10:00:02.000Z'));
    clock.advance(2_000);
    await handle(event);
    expect(partner.calls).toHaveLength(1);
  });

  it('posts a timeout that leaves no retry while there is time', async () => {
    const error = canonicalErrorOf({ category: 'TIMEOUT', retryable: false });
    partner.reply = () => {
      clock.advance(8_000);
      return { outcome: 'FAILED', error };
    };
    await handle(requested());
    expect(sink.posted[0]).toMatchObject({ status: 'FAILED', error: { category: 'TIMEOUT' } });
  });

  it('leaves a failure after the deadline to the business service, which has set the row to TIMED_OUT', async () => {
    partner.reply = () => {
      clock.advance(20_000);
      return { outcome: 'FAILED', error: canonicalErrorOf({ category: 'TIMEOUT' }) };
    };
    expect(await handle(requested())).toEqual(done);
    expect(sink.posted).toEqual([]);
  });

  it('leaves a partner that the deadline cut off to the business service, though the adapter says so a moment before', async () => {
    const event = { ...requested(), deadline: '2026-11-23T10:00:03.000Z' };
    partner.reply = () => {
      clock.advance(2_950);
      return { outcome: 'FAILED', error: canonicalErrorOf({ category: 'TIMEOUT', retryable: true }) };
    };
    expect(await handle(event)).toEqual(done);
    expect(sink.posted).toEqual([]);
  });

  it('posts any other failure in that moment: the partner was not silent', async () => {
    const event = { ...requested(), deadline: '2026-11-23T10:00:03.000Z' };
    partner.reply = () => {
      clock.advance(2_950);
      return { outcome: 'FAILED', error: canonicalErrorOf({ category: 'PARTNER_INTERNAL' }) };
    };
    await handle(event);
    expect(sink.posted[0]).toMatchObject({ status: 'FAILED', error: { category: 'PARTNER_INTERNAL' } });
  });

  it('posts an offer after the deadline all the same: a late offer is still shown', async () => {
    partner.reply = () => {
      clock.advance(20_000);
      return quoted;
    };
    expect(await handle(requested())).toEqual(done);
    expect(sink.posted).toHaveLength(1);
  });

  it('rejects an event that breaks its schema, with the fields and none of their values', async () => {
    const event = requested();
    const broken = { ...event, data: { ...event.data, requestId: 'Asha', sealed: undefined } };
    expect(await handle(broken)).toEqual({
      kind: 'reject',
      reason: 'not a quote.requested.v1: /data/requestId FORMAT, /data/sealed REQUIRED',
    });
    expect(partner.calls).toEqual([]);
  });

  it('rejects an event for a partner that it does not serve', async () => {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: clock.now() }), 'zenith');
    expect(await handle(event)).toEqual({ kind: 'reject', reason: 'partner zenith is not served here' });
  });

  it('posts a failure once in place of an answer that was refused as invalid', async () => {
    sink.failures.push(new AnswerRefusedError('offers: the sum does not hold'));
    expect(await handle(requested())).toEqual(done);
    expect(sink.posted[1]).toMatchObject({
      answerId: 'answer-2',
      status: 'FAILED',
      attempts: 1,
      offers: [],
      error: { category: 'PROTOCOL', retryable: false },
    });
    expect(partnerAnswer.safeParse({ ...sink.posted[1] }).success).toBe(true);
  });

  it('gives up on an event whose failure is refused as well', async () => {
    sink.failures.push(new AnswerRefusedError('first'), new AnswerRefusedError('second'));
    expect(await handle(requested())).toEqual({ kind: 'reject', reason: 'second' });
  });

  it('keeps the event for later when nobody acknowledged the answer', async () => {
    sink.failures.push(new Error('no route'));
    expect(await handle(requested())).toEqual({ kind: 'retryLater', afterMs: 1_000 });
  });
});
