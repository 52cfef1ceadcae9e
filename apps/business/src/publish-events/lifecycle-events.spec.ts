import { eventSchema, quoteAnswered, quoteCompleted } from '@app/contracts';
import { atTime, pendingRow, type QuoteProgress, recordAnswer, withdrawConsent } from '@app/domain';
import { failedAnswer, ManualClock, nextMessageId, offer, quotedAnswer } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { lifecycleEvents } from './lifecycle-events.js';

const requestId = '01989d1a-0000-7000-8000-000000000000';
const clock = new ManualClock();
const describeChange = lifecycleEvents({ clock, newId: nextMessageId });

const running: QuoteProgress = {
  id: requestId,
  productLine: 'motor-four-wheeler',
  clientId: 'client-one',
  version: 1,
  completedAt: null,
  consentWithdrawnAt: null,
  createdAt: '2026-11-23T10:00:00.000Z',
  answerDeadline: '2026-11-23T10:00:20.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  rows: [pendingRow('acme-general', 1), pendingRow('cogwheel-direct', 1)],
};

describe('lifecycle events', () => {
  it('tell of an answer with ids, statuses, counts and amounts, and nothing else', () => {
    const offers = [offer({ totalMinor: 200, planCode: 'B' }), offer({ totalMinor: 100, planCode: 'A' })];
    const answer = quotedAnswer({ requestId, partner: 'acme-general', offers });
    const messages = describeChange(running, recordAnswer(running, answer, clock.now()).progress);
    expect(messages).toHaveLength(1);
    const event = eventSchema(quoteAnswered).parse(JSON.parse(messages[0]?.body ?? ''));
    expect(event).toMatchObject({ id: messages[0]?.id, subject: requestId, time: clock.now().toISOString() });
    expect(event.data).toEqual({
      requestId,
      productLine: 'motor-four-wheeler',
      partner: 'acme-general',
      status: 'QUOTED',
      late: false,
      version: 2,
      bestTotalMinor: 100,
      currency: 'INR',
      counts: { asked: 2, quoted: 1, referred: 0, declined: 0, failed: 0, timedOut: 0, pending: 1 },
    });
    expect(messages[0]).toMatchObject({
      topic: 'quote-lifecycle',
      attributes: { type: 'quote.answered.v1', schemaVersion: '1', traceparent: event.traceparent },
    });
  });

  it('tell of the completion after the last answer', () => {
    const one = recordAnswer(running, failedAnswer({ requestId, partner: 'acme-general' }), clock.now()).progress;
    const two = recordAnswer(one, failedAnswer({ requestId, partner: 'cogwheel-direct' }), clock.now()).progress;
    const messages = describeChange(one, two);
    expect(messages.map(({ attributes }) => attributes.type)).toEqual(['quote.answered.v1', 'quote.completed.v1']);
    const event = eventSchema(quoteCompleted).parse(JSON.parse(messages[1]?.body ?? ''));
    expect(event.data).toMatchObject({ requestId, version: 4, completedAt: clock.now().toISOString() });
  });

  it('tell of everyone who was silent when the deadline passes', () => {
    const messages = describeChange(running, atTime(running, new Date('2026-11-23T10:00:21.000Z')));
    const data = messages.map(({ body }) => JSON.parse(body).data);
    expect(data).toMatchObject([
      { partner: 'acme-general', status: 'TIMED_OUT', bestTotalMinor: null },
      { partner: 'cogwheel-direct', status: 'TIMED_OUT' },
      { completedAt: running.answerDeadline, counts: { timedOut: 2 } },
    ]);
  });

  it('tell of everyone whom a withdrawn consent leaves unasked, and of nothing when it leaves nobody', () => {
    const withdrawn = withdrawConsent(running, clock.now());
    expect(describeChange(running, withdrawn).map(({ body }) => JSON.parse(body).data)).toMatchObject([
      { partner: 'acme-general', status: 'DECLINED', bestTotalMinor: null },
      { partner: 'cogwheel-direct', status: 'DECLINED' },
      { completedAt: clock.now().toISOString(), counts: { declined: 2, pending: 0 } },
    ]);
    const over = atTime(running, new Date('2026-11-23T10:00:21.000Z'));
    expect(describeChange(over, withdrawConsent(over, new Date('2026-11-23T10:00:22.000Z')))).toEqual([]);
  });

  it('say nothing when nothing changed', () => {
    expect(describeChange(running, running)).toEqual([]);
  });
});
