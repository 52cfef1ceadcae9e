import { randomUUID } from 'node:crypto';
import type { QuoteChanged } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import { ANYTHING_CHANGED, changesIn, payloadsOf } from './change-payloads.js';

const change = (rest: Partial<QuoteChanged> = {}): QuoteChanged => ({
  id: randomUUID(),
  version: 2,
  withdrawn: false,
  ...rest,
});

describe('payloads of notifications', () => {
  it('are read as they were written', () => {
    const changes = [change(), change({ version: 123 }), change({ withdrawn: true })];
    const payloads = payloadsOf(changes);
    expect(payloads).toHaveLength(1);
    expect(changesIn(payloads[0] ?? '')).toEqual(changes);
  });

  it('are none where nothing changed', () => {
    expect(payloadsOf([])).toEqual([]);
  });

  it('are as few as the server takes, with every change in one of them, in order', () => {
    const changes = Array.from({ length: 1_000 }, (_, at) => change({ version: at + 1, withdrawn: at % 2 === 0 }));
    const payloads = payloadsOf(changes);
    expect(payloads.length).toBeLessThan(8);
    for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    expect(payloads.flatMap((payload) => changesIn(payload) ?? [])).toEqual(changes);
  });

  it.each([ANYTHING_CHANGED, '', 'one', `${randomUUID()} 2?`, `${randomUUID()} 2,then what`])(
    'that nobody can read say that anything may have changed (%j)',
    (payload) => {
      expect(changesIn(payload)).toBeUndefined();
    },
  );
});
