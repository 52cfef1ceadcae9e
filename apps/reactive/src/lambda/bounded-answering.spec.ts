import { done } from '@app/ports';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { failedReply } from '../policy/failed-reply.js';
import { type AnsweringInMemory, answeringInMemory } from '../testing/answering-in-memory.js';

describe('answering a quote request in a process that may not work for long', () => {
  let service: AnsweringInMemory;

  beforeEach(() => {
    service = answeringInMemory();
  });

  const inMs = (ms: number) => new Date(service.clock.now().getTime() + ms);

  it('asks the partner no longer than that', async () => {
    const callsUntil = inMs(5_000);
    expect(await service.handle(service.requested(), callsUntil)).toEqual(done);
    expect(service.partner.calls[0]?.deadline).toEqual(callsUntil);
  });

  it('keeps to the deadline of the request when that comes first', async () => {
    const event = service.requested();
    await service.handle(event, inMs(300_000));
    expect(service.partner.calls[0]?.deadline).toEqual(new Date(event.data.answerDeadline));
  });

  it('says that a partner timed out which was silent for as long, since the request still waits', async () => {
    service.partner.reply = () => {
      service.clock.advance(5_000);
      return failedReply('TIMEOUT', 'silent');
    };
    expect(await service.handle(service.requested(), inMs(5_000))).toEqual(done);
    expect(service.sink.posted).toMatchObject([{ status: 'FAILED', error: { category: 'TIMEOUT' } }]);
  });
});
