import type { DeadLetter } from '@app/ports';
import { collectedLetter } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { messageOf } from './letter-messages.js';
import { letterRoutes } from './letter-routes.js';

const routes = letterRoutes();
const QUEUE = 'policy-issuance-acme-general';

function letter(rest: Partial<DeadLetter>): DeadLetter {
  const { replayAfterMs: _, ...kept } = collectedLetter();
  return { ...kept, id: 'one', receivedAt: new Date(0), replayAt: new Date(0), ...rest };
}

describe('the message that a due letter becomes', () => {
  it('has six attributes at most: its own kind first, and how often it was replayed', () => {
    const strange = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`strange${n}`, 'x']));
    const own = { type: 't', schemaVersion: '1', traceparent: '00', partnerId: 'acme-general' };
    const { attributes } = messageOf(letter({ attributes: { ...strange, ...own, reason: 'TIMEOUT' } }), routes);
    expect(attributes).toEqual({ ...own, strange0: 'x', 'sqs-dlq-replay-nb': '1' });
  });

  it('goes back to the queue where it failed', () => {
    expect(messageOf(letter({ queue: 'quote-requested-motor-fizzbuzz' }), routes).topic).toBe(
      'queue:quote-requested-motor-fizzbuzz',
    );
    expect(messageOf(letter({ queue: QUEUE, replays: 7 }), routes).topic).toBe(`queue:${QUEUE}`);
  });

  it('goes to the operators once it was replayed often enough, without counting on', () => {
    const { topic, attributes } = messageOf(letter({ queue: QUEUE, replays: 8, attributes: { reason: 'x' } }), routes);
    expect(topic).toBe('queue:policy-issuance-operator');
    expect(attributes).toEqual({ reason: 'x', 'sqs-dlq-replay-nb': '8' });
  });

  it('is counted on however often it was replayed where there is no maximum', () => {
    const { attributes } = messageOf(letter({ queue: 'quote-requested-motor-fizzbuzz', replays: 8 }), routes);
    expect(attributes['sqs-dlq-replay-nb']).toBe('9');
  });
});
