import { describe, expect, it } from '@jest/globals';
import { causeOf } from './letter-cause.js';

describe('the cause of a dead letter', () => {
  it.each([
    ['TIMEOUT AG-504', 'TIMEOUT AG-504'],
    ['not JSON', 'not JSON'],
    ['not an event: /id Invalid UUID; /type Required', 'not an event'],
    ['the handler of quote.requested.v1 failed, and this was delivery 3', 'the handler of quote.requested.v1 failed'],
    ['no handler for events of type quote.requested.v9', 'no handler for events of type quote.requested.v9'],
    [undefined, 'delivered too often without an outcome'],
    [' : nothing before it', 'delivered too often without an outcome'],
  ])('of the reason %j is %j', (reason, cause) => {
    expect(causeOf(reason)).toBe(cause);
  });

  it('is short, and text', () => {
    expect(causeOf('x'.repeat(1_000))).toHaveLength(120);
    expect(causeOf(`${'x'.repeat(119)}\u{1f600}`).isWellFormed()).toBe(true);
  });
});
