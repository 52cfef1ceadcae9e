import { describe, expect, it } from '@jest/globals';
import { deadLetterAttributes } from './dead-letters.js';

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

describe('the attributes of a dead letter', () => {
  it('are the original ones and the reason', () => {
    expect(deadLetterAttributes({ partnerId: text('acme-general') }, 'not JSON')).toEqual({
      partnerId: text('acme-general'),
      reason: text('not JSON'),
    });
  });

  it('are ten at most, the reason among them', () => {
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`attribute${n}`, text('x')]));
    const kept = deadLetterAttributes(many, 'not JSON');
    expect(Object.keys(kept)).toHaveLength(10);
    expect(kept.reason).toEqual(text('not JSON'));
  });

  it('tell the last reason only', () => {
    expect(deadLetterAttributes({ reason: text('the first time') }, 'the second time')).toEqual({
      reason: text('the second time'),
    });
  });

  it('hold a reason that SQS accepts, whatever is in it', () => {
    const { reason } = deadLetterAttributes({}, `\u0000${'x'.repeat(999)}\ud83d\ude00`);
    expect(reason?.StringValue).toBe('x'.repeat(999));
    expect(deadLetterAttributes({}, '').reason?.StringValue).toBe('no reason given');
  });
});
