import type { PartnerReply } from '@app/contracts';
import { canonicalErrorOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { answered, answeringInMemory } from '../testing/answering-in-memory.js';

describe('the log of the reactive service', () => {
  it.each<[string, PartnerReply]>([
    ['fails', { outcome: 'FAILED', error: canonicalErrorOf({ retryable: false, messageForOps: 'Dear Asha' }) }],
    ['quotes', answered({ error: canonicalErrorOf({ messageForOps: 'Dear Asha', partnerCode: 'Asha' }) })],
  ])('says nothing of what a partner said when it %s, nor of what was sealed', async (_, reply) => {
    const { partner, sink, requested, handle, log } = answeringInMemory();
    const event = requested();
    partner.reply = () => reply;
    sink.failures.push(new Error('no route'));
    await handle(event);
    expect(log.join('')).toContain('an answer could not be posted');
    for (const secret of ['Asha', event.data.sealed]) expect(log.join('')).not.toContain(secret);
  });
});
