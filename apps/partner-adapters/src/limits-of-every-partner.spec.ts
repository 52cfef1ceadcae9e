import { type ShareLimits, unlimited } from '@app/partner-kit';
import { PARTNERS } from '@app/partner-registry';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { canonicalRequestOf } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RunningAdapter } from './testing/running-adapter.js';

/** A worked example of each product line. */
const EXAMPLE = {
  'motor-four-wheeler': 'm1',
  'motor-two-wheeler': 't1',
  health: 'h1',
  travel: 'r1',
  'term-life': 'l1',
} as const;

/** Limits that are used up, but for what the partner does not count. */
const usedUp: ShareLimits = async () => ({
  limiter: {
    acquire: async (call) =>
      call.requests === 0 ? unlimited.acquire(call) : { ok: false, error: { full: 'RATE', retryAfterMs: 7_000 } },
  },
  reachable: true,
  close: () => undefined,
});

describe('every call to a partner waits its turn', () => {
  let sandbox: RunningSandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
  });

  afterEach(() => sandbox.stop());

  it.each(PARTNERS.flatMap(({ id, lines }) => lines.map((line) => [id, line] as const)))(
    '%s is not called for %s while its limits are used up',
    async (partner, line) => {
      const options = {
        env: { REDIS_URL: 'redis://used.up' },
        around: { production: false, shareLimits: () => usedUp },
      };
      const adapter = await RunningAdapter.start(partner, sandbox.url, options);
      const request = canonicalRequestOf({ createdAt: new Date(), example: EXAMPLE[line] });
      const reply = await adapter.ask(request);
      expect(reply).toMatchObject({ error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 7_000 } });
      expect(sandbox.calls().filter(({ operation }) => operation === 'quote')).toEqual([]);
      await adapter.stop();
    },
  );
});
