import { done } from '@app/ports';
import { canonicalErrorOf, eventually } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type AnsweringInMemory, answeringInMemory, quoted } from '../testing/answering-in-memory.js';

describe('answering a quote request whose consent may have been withdrawn meanwhile', () => {
  let clock: AnsweringInMemory['clock'];
  let sink: AnsweringInMemory['sink'];
  let partner: AnsweringInMemory['partner'];
  let wanted: AnsweringInMemory['wanted'];
  let requested: AnsweringInMemory['requested'];
  let handle: AnsweringInMemory['handle'];
  beforeEach(() => {
    ({ clock, sink, partner, wanted, requested, handle } = answeringInMemory());
  });

  it('does not ask whether it is wanted while the event is fresh', async () => {
    const event = requested();
    wanted.withdrawn.add(event.data.requestId);
    clock.advance(1_000);
    expect(await handle(event)).toEqual(done);
    expect([wanted.asked, partner.calls.length]).toEqual([[], 1]);
  });

  it.each([
    ['waited', 1_001],
    ['was written by a clock that is ahead', -1_001],
  ])('asks the partner about an event that %s, as long as it is wanted', async (_, ageMs) => {
    const event = requested();
    const time = new Date(clock.now().getTime() - ageMs).toISOString();
    expect(await handle({ ...event, time })).toEqual(done);
    expect(wanted.asked).toEqual([event.data.requestId]);
    expect(sink.posted).toHaveLength(1);
  });

  it('asks and posts nothing about an event that waited until the withdrawal', async () => {
    const event = requested();
    wanted.withdrawn.add(event.data.requestId);
    clock.advance(1_001);
    expect(await handle(event)).toEqual(done);
    expect([partner.calls, sink.posted]).toEqual([[], []]);
  });

  it('does not ask the partner again, and posts nothing, when it is withdrawn during a call that fails', async () => {
    const event = requested();
    partner.reply = () => {
      wanted.withdrawn.add(event.data.requestId);
      return { outcome: 'FAILED', error: canonicalErrorOf({ category: 'UNAVAILABLE', retryable: true }) };
    };
    const outcome = handle(event);
    await eventually(() => {
      clock.advance(100);
      expect(wanted.asked).toHaveLength(1);
    });
    expect(await outcome).toEqual(done);
    expect([partner.calls.length, sink.posted]).toEqual([1, []]);
  });

  it('posts what a partner answered during the withdrawal: the business service decides what it is worth', async () => {
    const event = requested();
    partner.reply = () => {
      wanted.withdrawn.add(event.data.requestId);
      return quoted;
    };
    await handle(event);
    expect(sink.posted).toHaveLength(1);
  });
});
